import type { NextApiRequest, NextApiResponse } from 'next';
import { getAuth } from '@clerk/nextjs/server';
import { getUser, getUserId } from '@/lib/clerk-session';
import { limitsOf, listOf } from '@/lib/data';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { isAuthenticated } = getAuth(req);
  if (!isAuthenticated) return res.status(401).end();
  return res.json({ ok: true });
}

export async function mine(req: NextApiRequest, res: NextApiResponse) {
  const userId = await getUserId(req);
  if (!userId) return res.status(401).end();
  return res.json(await listOf(userId));
}

export async function limits(req: NextApiRequest, res: NextApiResponse) {
  const user = await getUser(req);
  return res.json(await limitsOf({ email: user?.primaryEmailAddress?.emailAddress }));
}
