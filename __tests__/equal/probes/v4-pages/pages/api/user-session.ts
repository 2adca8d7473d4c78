import type { NextApiRequest, NextApiResponse } from 'next';
import { getUserSession } from '@/server/user-session';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = await getUserSession(req, res);
  if (!user) return res.status(401).end();
  res.json({ id: user.id, email: user.email });
}
