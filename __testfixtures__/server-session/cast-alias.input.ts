import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { notify } from '@/lib/data';

interface CustomUser {
  id: string;
  email: string | null;
  name: string;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();
  const user = session.user as CustomUser;
  return res.json({ owner: user.id });
}

export async function optional(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  const user = session?.user as CustomUser;
  if (!user?.id) return res.status(401).end();
  return res.json({ owner: user.id });
}

export async function invite(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();
  const { id: userId, email, name } = session.user as CustomUser;
  await notify(email, `${name} invites you`);
  return res.json({ owner: userId });
}

export async function mine(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, authOptions);
  if (!session) return res.status(401).end();
  const user = session.user as CustomUser;
  if (req.body.email !== user.email) return res.status(403).end();
  await notify(user.email, `${user.name} did`);
  return res.json({ initial: user.name.charAt(0) });
}
