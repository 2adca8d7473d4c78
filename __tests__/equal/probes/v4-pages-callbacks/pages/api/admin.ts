import type { NextApiRequest, NextApiResponse } from 'next';
import { isAdmin } from '@/server/is-admin';

export default async function admin(req: NextApiRequest, res: NextApiResponse) {
  if (!(await isAdmin(req, res))) return res.status(403).end();
  return res.json({ ok: true });
}
