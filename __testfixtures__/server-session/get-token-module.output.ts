import type { NextApiRequest } from 'next';
import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { getAuth } from '@clerk/nextjs/server';

export async function isMember(req: NextApiRequest) {
  return getAuth(req).isAuthenticated;
}

// The middleware may call it.
export async function isVisitor(req: NextRequest) {
  // TODO(authjs-clerk): get-token — the type of the request does not say which of Clerk’s calls can read it
  const token = await getToken({ req });
  return !token;
}
