import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

const gate = async (auth: ClerkMiddlewareAuth, req: NextRequest) => {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/login', req.url), 302);
};

async function middleware(auth: ClerkMiddlewareAuth, req: NextRequest) {
  if (req.nextUrl.pathname === '/old') return NextResponse.redirect(new URL('/new', req.url), 308);
  return gate(auth, req);
}

export default clerkMiddleware(middleware);
