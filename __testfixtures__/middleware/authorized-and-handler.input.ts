import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  function middleware(req) {
    if (req.nextUrl.pathname === '/app/old') return NextResponse.redirect(new URL('/app', req.url));
  },
  {
    callbacks: {
      authorized: ({ req, token }) => {
        if (req.nextUrl.pathname.startsWith('/app/admin')) return token?.role === 'admin';
        return Boolean(token);
      },
    },
  },
);

export const config = { matcher: ['/app/:path*'] };
