import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

import { guestPages, openPages } from '@/lib/pages';

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!_next\/static|_next\/image|favicon.ico)/.test(path),
    )
  )
    return;
  const { nextUrl } = req;
  const { isAuthenticated: signedIn } = await auth();

  if (guestPages.includes(nextUrl.pathname)) {
    if (signedIn) return NextResponse.redirect(new URL('/home', nextUrl), 302);
    return;
  }

  if (!signedIn && !openPages.includes(nextUrl.pathname)) {
    const back = encodeURIComponent(nextUrl.pathname + nextUrl.search);
    return NextResponse.redirect(new URL(`/login?from=${back}`, nextUrl));
  }
});

// everything but files
export const config = {
  matcher: ['/((?!_next/).*)'],
};
