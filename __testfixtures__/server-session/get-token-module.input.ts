import type { NextApiRequest } from 'next';
import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';

export async function isMember(req: NextApiRequest) {
  return !!(await getToken({ req }));
}

// The middleware may call it.
export async function isVisitor(req: NextRequest) {
  const token = await getToken({ req });
  return !token;
}
