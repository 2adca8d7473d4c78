import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

// TODO(authjs-clerk): middleware-role — this middleware reads more of the token than its presence; read the claim from (await auth()).sessionClaims
export default withAuth(function middleware(req) {
  if (req.nextauth.token?.role === 'guest') return NextResponse.redirect(new URL('/upgrade', req.url));
});

export const config = { matcher: ['/app/:path*'] };
