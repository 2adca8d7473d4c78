import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

const middleware = async (auth: ClerkMiddlewareAuth, request: NextRequest): Promise<NextResponse | undefined> => {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/hello', request.url));
};

export default clerkMiddleware(middleware);
