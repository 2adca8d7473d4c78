import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  function middleware(req) {
    // old links
    if (req.nextUrl.pathname === '/app/home') {
      return NextResponse.redirect(new URL('/app', req.url));
    }
    console.log(`visit
    ${req.nextUrl.pathname}`);
  },
  {
    callbacks: { authorized: ({ token }) => Boolean(token) },
    pages: { signIn: '/signin' },
  },
);

export const config = { matcher: '/app/:path*' };
