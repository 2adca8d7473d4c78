import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(function middleware(req) {
  if (req.nextauth.token?.role === 'guest') return NextResponse.redirect(new URL('/upgrade', req.url));
});

export const config = { matcher: ['/app/:path*'] };
