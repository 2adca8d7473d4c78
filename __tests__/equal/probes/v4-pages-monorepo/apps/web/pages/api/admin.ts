import type { NextApiRequest, NextApiResponse } from 'next';
import { getServerSession } from '@acme/lib/get-server-session';
import { isAdmin } from '@acme/lib/is-admin';

export default async function admin(req: NextApiRequest, res: NextApiResponse) {
  const { session } = await getServerSession({ req, res });
  return res.status(isAdmin(session) ? 200 : 403).end();
}
