import type { NextApiRequest, NextApiResponse } from 'next';
import { requireSession } from '@/server/require-session';
import { prisma } from '@/lib/prisma';

export default async function validated(req: NextApiRequest, res: NextApiResponse) {
  try {
    const { user } = await requireSession(req, res);
    return res.status(200).json(await prisma.post.findFirst({ where: { authorId: user.id } }));
  } catch (error) {
    return res.status(401).json({ message: (error as Error).message });
  }
}
