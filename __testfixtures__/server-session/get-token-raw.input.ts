import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken } from 'next-auth/jwt';
import { send } from '@/lib/data';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req, raw: true });
  const answer = await fetch('https://example.com', { headers: { Authorization: `Bearer ${token}` } });
  return res.json(await answer.json());
}

export async function guarded(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req, secret: process.env.NEXTAUTH_SECRET, raw: true });
  if (!token) return res.status(401).end();
  return res.json(await send(token));
}

// A string by its type.
export async function unguarded(req: NextApiRequest) {
  const token = await getToken({ req, raw: true });
  return send(token);
}
