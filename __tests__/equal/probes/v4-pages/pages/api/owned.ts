import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import { prisma } from '@/lib/prisma';

async function isOwner(userId: string, noteId: string) {
  const note = await prisma.post.findFirst({ where: { id: noteId, authorId: userId } });
  return note !== null;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  if (!session || !(await isOwner(session.user.id, String(req.query.id)))) {
    return res.status(403).json({ error: 'Not yours' });
  }
  if (req.method === 'POST') await prisma.post.delete({ where: { id: req.query.id as string } });
  return res.status(204).end();
}
