import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(function middleware(req) {
  const headers = new Headers(req.headers);
  headers.set('x-path', req.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('x-frame-options', 'DENY');
  response.cookies.set('seen', '1');
  return response;
});

export const config = { matcher: ['/app/:path*', '/api/:path*'] };
