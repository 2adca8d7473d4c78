import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(
  async function middleware(auth, req) {
    const pathname = decodeURIComponent(req.nextUrl.pathname);
    if (!/^\/(inbox|welcome)(\/?$|\.segments\/)/.test(pathname)) return;
    const { isAuthenticated } = await auth();
    if (!isAuthenticated) return NextResponse.redirect(new URL('/welcome', req.url));
  },
);

export const config = {
  matcher: [
    '/((?!_next|[^?]*\\.(?:html?|css|js(?!on)|jpe?g|webp|png|gif|svg|ttf|woff2?|ico|csv|docx?|xlsx?|zip|webmanifest)).*)',
    '/(api|trpc)(.*)',
    '/__clerk/(.*)',
  ],
};
