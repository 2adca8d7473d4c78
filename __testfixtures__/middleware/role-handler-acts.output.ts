import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(
  async function middleware(auth, req) {
    const requestPath = decodeURIComponent(req.nextUrl.pathname);
    if (!/^\/(admin|desk)(\/|\.segments\/|$)/.test(requestPath)) return;
    const { isAuthenticated, sessionClaims, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
    const { pathname } = req.nextUrl;
    if (pathname.startsWith('/admin') && sessionClaims?.role !== 'admin') {
      return NextResponse.rewrite(new URL('/denied', req.url));
    }
    const isStaff = ['admin', 'owner'].includes(sessionClaims?.role as string);
    if (pathname.startsWith('/desk') && !isStaff) return NextResponse.redirect(new URL('/', req.url));
  },
);

export const config = { matcher: ['/((?!_next/).*)'] };
