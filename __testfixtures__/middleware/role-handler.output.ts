import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async function middleware(auth, req) {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/pro(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated, sessionClaims, redirectToSignIn } = await auth();
  if (!isAuthenticated) return redirectToSignIn();
  if (sessionClaims?.plan !== 'pro') {
    return NextResponse.redirect(new URL('/pricing', req.url));
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };
