import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { getTeam } from '@/lib/data';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const [session, team] = await Promise.all([getServerSession(req, res, authOptions), getTeam()]);
  if (!session) return res.status(401).end();
  return res.json(team);
}
