import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  function middleware(req) {
    const { pathname } = req.nextUrl;
    if (pathname.startsWith('/admin') && req.nextauth.token?.role !== 'admin') {
      return NextResponse.rewrite(new URL('/denied', req.url));
    }
    const isStaff = ['admin', 'owner'].includes(req.nextauth.token?.role as string);
    if (pathname.startsWith('/desk') && !isStaff) return NextResponse.redirect(new URL('/', req.url));
  },
  { callbacks: { authorized: ({ token }) => !!token } },
);

export const config = { matcher: ['/admin/:path*', '/desk/:path*'] };
