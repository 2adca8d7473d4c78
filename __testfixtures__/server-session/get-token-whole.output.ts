import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken } from 'next-auth/jwt';
import { getToken as clerkGetToken } from '@/lib/clerk-session';

const secret = process.env.NEXTAUTH_SECRET;

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await clerkGetToken(req);
  res.send(JSON.stringify(token, null, 2));
}

export async function expires(req: NextApiRequest) {
  // TODO(authjs-clerk): get-token — a field of the token is read: exp
  const token = await getToken({ req });
  return token?.exp ?? 0;
}
