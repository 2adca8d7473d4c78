import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  async function middleware(req) {
    const { pathname } = req.nextUrl;
    if (pathname === '/team/a' && req.nextauth.token?.role !== 'admin') {
      const url = new URL(req.nextUrl);
      url.pathname = '/welcome';
      return NextResponse.redirect(url);
    }
  },
  {
    callbacks: {
      authorized: ({ token, req }) => {
        const { pathname } = req.nextUrl;
        if (pathname === '/welcome') return token !== null;
        if (pathname.startsWith('/projects')) return token?.role === 'admin';
        if (!pathname.startsWith('/team')) return true;
        return token !== null;
      },
    },
  },
);

export const config = { matcher: ['/projects/:path*', '/team/:path*', '/welcome', '/about'] };
