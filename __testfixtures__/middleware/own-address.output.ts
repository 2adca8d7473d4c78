import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

async function middleware(auth: ClerkMiddlewareAuth, request: NextRequest) {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated && request.nextUrl.pathname.startsWith('/desk')) {
    return NextResponse.redirect(`${process.env.NEXTAUTH_URL}/login`);
  }
  return NextResponse.next();
}

export default clerkMiddleware(middleware);
