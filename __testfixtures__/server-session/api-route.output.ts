import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { getAuth } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';
import { authOptions } from '@/lib/auth';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const userId = await getUserId(req);
  if (!userId) return res.status(401).end();
  res.json({ id: userId });
}

export async function other(req: NextApiRequest, res: NextApiResponse) {
  const { isAuthenticated } = getAuth(req);
  if (!isAuthenticated) return res.status(401).end();
  const { isAuthenticated: isSignedIn } = getAuth(req);
  res.json({ again: isSignedIn });
}

export async function without(res: NextApiResponse) {
  // TODO(authjs-clerk): session-call-arguments — the Pages Router needs the request, and this call has none
  const session = await getServerSession(authOptions);
  if (!session) res.status(401).end();
}
