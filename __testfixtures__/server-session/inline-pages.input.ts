import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { getAuthOptions, other } from '@/lib/auth-options';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (!(await getServerSession(req, res, getAuthOptions(req, res)))) return res.status(401).end();
  const options = getAuthOptions(req, res);
  const userId = (await getServerSession(req, res, options))?.user?.id;
  res.json({ userId: userId });
}

export async function again(req: NextApiRequest, res: NextApiResponse) {
  const authOptions = getAuthOptions(req, res);
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();
  const kept = getAuthOptions(req, res);
  const { user } = await getServerSession(req, res, kept);
  return res.json({ user, id: session.user.id });
}
