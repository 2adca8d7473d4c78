import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

const GUEST = /^guest-/;

export const proxy = clerkMiddleware(async (auth, request: NextRequest) => {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith('/api/auth')) return NextResponse.next();

  const { isAuthenticated, sessionClaims } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/join', request.url));
  const isGuest = GUEST.test(sessionClaims.email ?? '');

  if (isAuthenticated && !isGuest && ['/login', '/join'].includes(pathname)) {
    return NextResponse.redirect(new URL('/', request.url));
  }
  return NextResponse.next();
});
