import type { NextApiRequest, NextApiResponse } from 'next';
import { getUserId } from '@/lib/clerk-session';
import { list, save } from '@/lib/db';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    const userId = await getUserId(req);
    if (!userId) return res.status(401).end();
    return res.json(await list(userId));
  }
  const userId = await getUserId(req);
  if (!userId) return res.status(401).end();
  return res.json(await save(userId, req.body));
}
