import { NextResponse } from 'next/server';
import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/admin(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated, sessionClaims } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/login', req.url));
  if (sessionClaims?.role !== 'admin') return new NextResponse('not for you', { status: 403 });
});

export const config = { matcher: ['/((?!_next/).*)'] };
