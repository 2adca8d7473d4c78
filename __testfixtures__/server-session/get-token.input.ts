import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken } from 'next-auth/jwt';
import { limitsOf, listOf } from '@/lib/data';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req, secret: process.env.NEXTAUTH_SECRET });
  if (!token) return res.status(401).end();
  return res.json({ ok: true });
}

export async function mine(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req });
  if (!token?.sub) return res.status(401).end();
  return res.json(await listOf(token.sub));
}

export async function limits(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req });
  return res.json(await limitsOf({ email: token?.email }));
}
