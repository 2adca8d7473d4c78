import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { getSession } from 'next-auth/react';
import { auth } from '@/auth';
import { authOptions } from '@/lib/auth';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();
  res.json({ id: session.user.id });
}

export async function other(req: NextApiRequest, res: NextApiResponse) {
  const session = await getSession({ req });
  if (!session) return res.status(401).end();
  const again = await auth(req, res);
  res.json({ again: again !== null });
}

export async function without(res: NextApiResponse) {
  const session = await getServerSession(authOptions);
  if (!session) res.status(401).end();
}
