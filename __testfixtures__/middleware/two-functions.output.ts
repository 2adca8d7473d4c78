import type { ClerkMiddlewareAuth } from '@clerk/nextjs/server';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

const away = async (auth: ClerkMiddlewareAuth, req: NextRequest) => {
  const { isAuthenticated } = await auth();
  return isAuthenticated && req.nextUrl.pathname === '/login' ? NextResponse.redirect(new URL('/app', req.url)) : undefined;
};

async function middleware(auth: ClerkMiddlewareAuth, req: NextRequest) {
  return (await away(auth, req)) ?? NextResponse.next({ headers: { 'x-frame-options': 'DENY' } });
}

export default clerkMiddleware(middleware);
