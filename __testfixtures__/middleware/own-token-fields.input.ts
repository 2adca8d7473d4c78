import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

const GUEST = /^guest-/;

export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith('/api/auth')) return NextResponse.next();

  const token = await getToken({ req: request, secret: process.env.AUTH_SECRET });
  if (!token) return NextResponse.redirect(new URL('/join', request.url));
  const isGuest = GUEST.test(token?.email ?? '');

  if (token && !isGuest && ['/login', '/join'].includes(pathname)) {
    return NextResponse.redirect(new URL('/', request.url));
  }
  return NextResponse.next();
}
