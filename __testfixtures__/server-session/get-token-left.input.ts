import type { NextApiRequest, NextApiResponse } from 'next';
import { decode, getToken } from 'next-auth/jwt';

// A claim that callbacks.jwt made.
export async function role(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req });
  return res.json({ role: token?.role });
}

export async function whole(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req });
  return res.json(token);
}

export async function raw(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req, raw: true });
  return res.json({ token });
}

export async function own(token: string) {
  return decode({ token, secret: process.env.NEXTAUTH_SECRET! });
}
