import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

export default async function notes(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  const userId = session?.user?.id;
  if (!userId) return res.status(401).end();

  if (req.method === 'POST') {
    const { title } = req.body;
    const note = await prisma.post.create({
      data: { title, author: { connect: { email: session?.user?.email ?? undefined } } },
    });
    return res.status(201).json(note);
  }
  return res.json(await prisma.post.findMany({ where: { authorId: userId } }));
}
