import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken } from 'next-auth/jwt';
import { send } from '@/lib/data';
import { getAuth } from '@clerk/nextjs/server';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await getAuth(req).getToken();
  const answer = await fetch('https://example.com', { headers: { Authorization: `Bearer ${token}` } });
  return res.json(await answer.json());
}

export async function guarded(req: NextApiRequest, res: NextApiResponse) {
  const token = await getAuth(req).getToken();
  if (!token) return res.status(401).end();
  return res.json(await send(token));
}

// A string by its type.
export async function unguarded(req: NextApiRequest) {
  // TODO(authjs-clerk): get-token — the raw token is Clerk’s now: take it from getToken() of auth(), which gives null where nobody is signed in
  const token = await getToken({ req, raw: true });
  return send(token);
}
