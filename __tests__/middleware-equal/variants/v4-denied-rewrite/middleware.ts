import { withAuth, type NextRequestWithAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  function middleware(request: NextRequestWithAuth) {
    const { pathname } = request.nextUrl;
    const { token } = request.nextauth;

    if (pathname.startsWith('/admin') && token?.role !== 'admin') {
      return NextResponse.rewrite(new URL('/denied', request.url));
    }
    if (pathname.startsWith('/desk') && token?.role !== 'admin' && token?.role !== 'member') {
      return NextResponse.rewrite(new URL('/denied', request.url));
    }
  },
  { callbacks: { authorized: ({ token }) => !!token } },
);

export const config = { matcher: ['/admin/:path*', '/desk/:path*', '/inbox'] };
