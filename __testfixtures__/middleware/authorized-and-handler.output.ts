import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(
  async function middleware(auth, req) {
    const pathname = decodeURIComponent(req.nextUrl.pathname);
    if (!/^\/app(\/|\.segments\/|$)/.test(pathname)) return;
    const { isAuthenticated, sessionClaims, redirectToSignIn } = await auth();
    const authorized = () => {
      if (req.nextUrl.pathname.startsWith('/app/admin')) return sessionClaims?.role === 'admin';
      return isAuthenticated;
    };
    if (!authorized()) {
      return isAuthenticated ? NextResponse.redirect(new URL('/', req.url)) : redirectToSignIn();
    }
    if (req.nextUrl.pathname === '/app/old') return NextResponse.redirect(new URL('/app', req.url));
  },
);

export const config = { matcher: ['/((?!_next/).*)'] };
