import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import type { NextRequest } from 'next/server';
import { NextResponse, type NextFetchEvent } from 'next/server';

async function gate(auth: ClerkMiddlewareAuth, req: NextRequest, event: NextFetchEvent) {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/club(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/welcome', req.url));
  event.waitUntil(fetch('https://stats.example.com'));
  return NextResponse.next();
}

export default clerkMiddleware(gate);

export const config = { matcher: ['/((?!_next/).*)'] };
