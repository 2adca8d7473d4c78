import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/admin(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated, sessionClaims, redirectToSignIn } = await auth();
  if (!isAuthenticated) return redirectToSignIn();
  if (sessionClaims?.role !== 'admin') {
    return NextResponse.redirect(new URL('/', req.url));
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };
