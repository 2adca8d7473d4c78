import type { NextApiRequest, NextApiResponse } from 'next';
import { getSession } from 'next-auth/react';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getSession({ req });
  if (session) {
    res.status(200).json({ content: `For ${session.user?.email} only` });
  } else {
    res.status(403).json({ error: 'Sign in to see this.' });
  }
}
