import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';
import { openPages } from '@/lib/pages';

const withLocale = (req: NextRequest) => NextResponse.next({ headers: { 'x-path': req.nextUrl.pathname } });

const gate = async function onSuccess(auth: ClerkMiddlewareAuth, req: NextRequest) {
  const { pathname } = req.nextUrl;
  if (
    /^\/(api\/auth|favicon\.ico)/.test(pathname) ||
    pathname === '/login'
  )
    return;
  const { isAuthenticated, redirectToSignIn } = await auth();
  if (!isAuthenticated) return redirectToSignIn();
  return withLocale(req);
};

async function middleware(auth: ClerkMiddlewareAuth, req: NextRequest) {
  const { pathname } = req.nextUrl;
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!api|_next|.*\..*)/.test(path),
    )
  )
    return;
  if (openPages.includes(req.nextUrl.pathname)) {
    return withLocale(req);
  } else {
    return gate(auth, req);
  }
}

export default clerkMiddleware(middleware);

export const config = { matcher: ['/((?!_next/).*)'] };
