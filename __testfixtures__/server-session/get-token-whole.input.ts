import type { NextApiRequest, NextApiResponse } from 'next';
import { getToken } from 'next-auth/jwt';

const secret = process.env.NEXTAUTH_SECRET;

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req, secret });
  res.send(JSON.stringify(token, null, 2));
}

export async function expires(req: NextApiRequest) {
  const token = await getToken({ req });
  return token?.exp ?? 0;
}
