import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  function middleware(req) {
    const { pathname } = req.nextUrl;
    if (pathname === '/start' && req.nextauth.token) return NextResponse.redirect(new URL('/app', req.url));
  },
  { pages: { signIn: '/login' } },
);

export const config = { matcher: ['/app/:path*', '/start', '/login'] };
