import type { NextApiRequest, NextApiResponse } from 'next';
import { getUser, getUserId } from '@/lib/clerk-session';
import { notify } from '@/lib/data';

interface CustomUser {
  id: string;
  email: string | null;
  name: string;
}

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const userId = await getUserId(req);
  if (!userId) return res.status(401).end();
  return res.json({ owner: userId });
}

export async function optional(req: NextApiRequest, res: NextApiResponse) {
  const userId = await getUserId(req);
  if (!userId) return res.status(401).end();
  return res.json({ owner: userId });
}

export async function invite(req: NextApiRequest, res: NextApiResponse) {
  const user = await getUser(req);
  if (!user) return res.status(401).end();
  const userId = user.externalId ?? user.id;
  const email = user.primaryEmailAddress?.emailAddress as string;
  const name = user.fullName as string;
  await notify(email, `${name} invites you`);
  return res.json({ owner: userId });
}

export async function mine(req: NextApiRequest, res: NextApiResponse) {
  const user = await getUser(req);
  if (!user) return res.status(401).end();
  if (req.body.email !== user.primaryEmailAddress?.emailAddress) return res.status(403).end();
  await notify(user.primaryEmailAddress?.emailAddress as string, `${user.fullName} did`);
  return res.json({ initial: user.fullName!.charAt(0) });
}
