import { clerkMiddleware } from '@clerk/nextjs/server';
import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';

function middleware(req: NextRequest) {
  // old links
  if (req.nextUrl.pathname === '/app/home') {
    return NextResponse.redirect(new URL('/app', req.url));
  }
  console.log(`visit
    ${req.nextUrl.pathname}`);
}

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (/^\/app(\/|\.segments\/|$)/.test(pathname)) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
    return middleware(req);
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };
