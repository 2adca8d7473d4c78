import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

const OPEN = ['/', '/pricing'];

/** Who is not signed in sees the open pages. */
async function middleware(auth: ClerkMiddlewareAuth, request: NextRequest) {
  const requestPath = request.nextUrl.pathname;
  if (
    ![requestPath, decodeURIComponent(requestPath)].some((path) =>
      /^\/(?!api|_next\/static|favicon.ico)/.test(path),
    )
  )
    return;
  const { pathname } = request.nextUrl;
  if (OPEN.includes(pathname)) {
    return NextResponse.next();
  }
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) {
    const url = request.nextUrl.clone();
    url.pathname = '/login';
    url.searchParams.set('next', pathname);
    return NextResponse.redirect(url);
  }
  return NextResponse.next();
}

export default clerkMiddleware(middleware);

export const config = {
  matcher: ['/((?!_next/).*)'],
};
