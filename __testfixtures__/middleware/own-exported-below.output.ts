import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

const gate = async (auth: ClerkMiddlewareAuth, request: NextRequest) => {
  const pathname = decodeURIComponent(request.nextUrl.pathname);
  if (!/^\/vault(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated } = await auth();
  return isAuthenticated ? NextResponse.next() : NextResponse.redirect(new URL('/hello', request.url));
};

export default clerkMiddleware(gate);

export const config = { matcher: ['/((?!_next/).*)'] };
