import { getToken } from 'next-auth/jwt';
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
export default withAuth(async function middleware(req) {
  // TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
  const token = await getToken({ req });
  if (!token) return NextResponse.redirect(new URL('/welcome', req.url));
});

export const config = { matcher: ['/inbox'] };
