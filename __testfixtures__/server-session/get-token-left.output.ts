import type { NextApiRequest, NextApiResponse } from 'next';
import { decode, getToken } from 'next-auth/jwt';

// A claim that callbacks.jwt made.
export async function role(req: NextApiRequest, res: NextApiResponse) {
  // TODO(authjs-clerk): get-token — a field of the token is read: role
  const token = await getToken({ req });
  return res.json({ role: token?.role });
}

export async function whole(req: NextApiRequest, res: NextApiResponse) {
  // TODO(authjs-clerk): get-token — the token is handed on whole
  const token = await getToken({ req });
  return res.json(token);
}

export async function raw(req: NextApiRequest, res: NextApiResponse) {
  // TODO(authjs-clerk): get-token — the raw token is Clerk’s now: take it from getToken() of auth(), which gives null where nobody is signed in
  const token = await getToken({ req, raw: true });
  return res.json({ token });
}

export async function own(token: string) {
  // TODO(authjs-clerk): get-token — Auth.js’s token; Clerk’s is auth().sessionClaims, or getToken() where the raw one is needed
  return decode({ token, secret: process.env.NEXTAUTH_SECRET! });
}
