import { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';

export async function memberId(req: NextRequest) {
  const token = await getToken({ req, secret: process.env.NEXTAUTH_SECRET });
  return token?.sub ?? null;
}

export async function isMember(request: Request) {
  const req = new NextRequest(request, { headers: Object.fromEntries(request.headers.entries()) });
  return !!(await getToken({ req }));
}

export async function isNobody() {
  const req = new NextRequest('http://localhost');
  return !(await getToken({ req }));
}
