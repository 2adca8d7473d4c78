import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { list, save } from '@/lib/db';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    const session = await getServerSession(req, res, authOptions);
    if (!session) return res.status(401).end();
    const userId = session.user.id;
    return res.json(await list(userId));
  }
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();
  const userId = session.user.id;
  return res.json(await save(userId, req.body));
}
