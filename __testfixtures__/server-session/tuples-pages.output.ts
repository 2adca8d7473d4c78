import type { NextApiRequest, NextApiResponse } from 'next';
import { getAuth } from '@clerk/nextjs/server';
import { getTeam } from '@/lib/data';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const [{ isAuthenticated }, team] = await Promise.all([getAuth(req), getTeam()]);
  if (!isAuthenticated) return res.status(401).end();
  return res.json(team);
}
