import type { NextApiRequest, NextApiResponse } from 'next';
import { sessionOf } from '@/server/session-of';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await sessionOf({ req, res });
  res.json({ email: session?.user.email ?? null });
}
