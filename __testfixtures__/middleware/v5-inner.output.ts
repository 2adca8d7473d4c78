import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';
import { openPages } from '@/lib/pages';

const gate = async (auth: ClerkMiddlewareAuth, req: NextRequest) => {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL(`/login?from=${req.nextUrl.pathname}`, req.nextUrl));
  return NextResponse.next();
};

async function middleware(auth: ClerkMiddlewareAuth, req: NextRequest) {
  const { pathname } = req.nextUrl;
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!api|_next|.*\..*)/.test(path),
    )
  )
    return;
  return openPages.includes(req.nextUrl.pathname) ? NextResponse.next() : gate(auth, req);
}

export default clerkMiddleware(middleware);

export const config = { matcher: ['/((?!_next/).*)'] };
