import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth/next';
import { optionsFor } from '@/lib/auth-options';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, optionsFor(req));
  if (!session || !session.user) return res.status(401).end();
  res.status(200).json({ id: session.user.id });
}
