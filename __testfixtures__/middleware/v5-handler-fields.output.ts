import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

const STAFF = ['ada@example.com'];

export default clerkMiddleware(async (auth, req) => {
  const { isAuthenticated, sessionClaims } = await auth();
  const { pathname } = req.nextUrl;
  const email = sessionClaims?.email;
  if (!isAuthenticated && pathname !== '/welcome') return NextResponse.redirect(new URL('/welcome', req.url));

  const response = NextResponse.next();
  response.headers.set('x-staff', STAFF.includes(email ?? '') ? 'yes' : 'no');
  if (sessionClaims?.userId && pathname === '/desk') {
    response.cookies.set('member', sessionClaims.userId);
  }
  return response;
});
