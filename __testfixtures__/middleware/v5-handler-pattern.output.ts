import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!api)/.test(path),
    )
  )
    return;
  const { isAuthenticated } = await auth();
  const { nextUrl } = req;
  if (!isAuthenticated && nextUrl.pathname !== '/welcome') return NextResponse.redirect(new URL('/welcome', nextUrl));
});

export const config = { matcher: ['/((?!_next/).*)'] };
