import { NextResponse, type NextRequest } from 'next/server';
import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';

const NAMES = ['/app', '/desk'];

async function middleware(auth: ClerkMiddlewareAuth, request: NextRequest) {
  const { isAuthenticated } = await auth();

  if (NAMES.includes(request.nextUrl.pathname) && !isAuthenticated) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
}

export default clerkMiddleware(middleware);
