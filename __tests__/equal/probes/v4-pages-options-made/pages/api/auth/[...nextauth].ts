import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { optionsFor } from '@/lib/auth-options';

export default async function auth(req: NextApiRequest, res: NextApiResponse) {
  const options = optionsFor(req);

  return await NextAuth(req, res, options);
}
