import { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { getAuth } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';

export async function memberId(req: NextRequest) {
  const userId = await getUserId(req);
  return userId ?? null;
}

export async function isMember(request: Request) {
  const req = new NextRequest(request, { headers: Object.fromEntries(request.headers.entries()) });
  return getAuth(req).isAuthenticated;
}

export async function isNobody() {
  const req = new NextRequest('http://localhost');
  // TODO(authjs-clerk): get-token — the type of the request does not say which of Clerk’s calls can read it
  return !(await getToken({ req }));
}
