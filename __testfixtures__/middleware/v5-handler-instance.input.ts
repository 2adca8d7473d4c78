import NextAuth from 'next-auth';
import { NextResponse } from 'next/server';

import { authConfig } from '@/auth.config';
import { guestPages, openPages } from '@/lib/pages';

const { auth } = NextAuth(authConfig);

export default auth((req) => {
  const { nextUrl } = req;
  const signedIn = !!req.auth;

  if (guestPages.includes(nextUrl.pathname)) {
    if (signedIn) return Response.redirect(new URL('/home', nextUrl));
    return;
  }

  if (!signedIn && !openPages.includes(nextUrl.pathname)) {
    const back = encodeURIComponent(nextUrl.pathname + nextUrl.search);
    return NextResponse.redirect(new URL(`/login?from=${back}`, nextUrl));
  }
});

// everything but files
export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'],
};
