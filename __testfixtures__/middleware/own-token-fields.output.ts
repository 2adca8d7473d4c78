import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

const GUEST = /^guest-/;

async function proxy(auth: ClerkMiddlewareAuth, request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith('/api/auth')) return NextResponse.next();

  const { isAuthenticated, sessionClaims } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/join', request.url));
  const isGuest = GUEST.test(sessionClaims.email ?? '');

  if (isAuthenticated && !isGuest && ['/login', '/join'].includes(pathname)) {
    return NextResponse.redirect(new URL('/', request.url));
  }
  return NextResponse.next();
}

export default clerkMiddleware(proxy);
