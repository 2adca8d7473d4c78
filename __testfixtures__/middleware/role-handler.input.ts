import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(function middleware(req) {
  if (req.nextauth.token?.plan !== 'pro') {
    return NextResponse.redirect(new URL('/pricing', req.url));
  }
});

export const config = { matcher: ['/pro/:path*'] };
