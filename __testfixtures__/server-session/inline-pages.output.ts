import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { getAuthOptions, other } from '@/lib/auth-options';
import { getAuth } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (!getAuth(req).isAuthenticated) return res.status(401).end();
  const userId = (await getUserId(req)) ?? undefined;
  res.json({ userId: userId });
}

export async function again(req: NextApiRequest, res: NextApiResponse) {
  const userId = await getUserId(req);
  if (!userId) return res.status(401).end();
  // TODO(authjs-clerk): auth-config-in-use — still needs the Auth.js options
  const kept = getAuthOptions(req, res);
  // TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first
  const { user } = await getServerSession(req, res, kept);
  return res.json({ user, id: userId });
}
