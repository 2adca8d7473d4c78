import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export const proxy = clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/club(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated } = await auth();
  return isAuthenticated ? undefined : NextResponse.redirect(new URL('/welcome', req.url), 303);
});

export const config = { matcher: ['/((?!_next/).*)'] };
