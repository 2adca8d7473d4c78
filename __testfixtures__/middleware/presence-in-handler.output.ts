import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(
  async function middleware(auth, req) {
    const requestPath = decodeURIComponent(req.nextUrl.pathname);
    if (
      !/^\/app(\/|\.segments\/|$)|^\/(start|login)(\/?$|\.segments\/)/.test(requestPath) ||
      requestPath === '/login'
    )
      return;
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
    const { pathname } = req.nextUrl;
    if (pathname === '/start' && isAuthenticated) return NextResponse.redirect(new URL('/app', req.url));
  },
);

export const config = { matcher: ['/((?!_next/).*)'] };
