import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from '@acme/lib/get-server-session';

export default async function me(req: NextApiRequest, res: NextApiResponse) {
  const { user, session } = await getServerSession({ req, res });
  if (!user) return res.status(401).json({ error: 'unauthorized' });
  return res.json({ id: user.id, plan: user.plan, name: session.user.name });
}
