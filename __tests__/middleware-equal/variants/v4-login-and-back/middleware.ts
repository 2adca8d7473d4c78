import { getToken } from 'next-auth/jwt';
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  async function middleware(req) {
    const token = await getToken({ req });
    const isSignedIn = !!token;
    const isEntrance = req.nextUrl.pathname.startsWith('/login') || req.nextUrl.pathname.startsWith('/join');

    if (isEntrance) {
      if (isSignedIn) return NextResponse.redirect(new URL('/app', req.url));
      return null;
    }
    if (!isSignedIn) {
      let from = req.nextUrl.pathname;
      if (req.nextUrl.search) from += req.nextUrl.search;
      return NextResponse.redirect(new URL(`/login?from=${encodeURIComponent(from)}`, req.url));
    }
  },
  {
    callbacks: {
      async authorized() {
        // The function above decides, so that the entrance is reached at all.
        return true;
      },
    },
  },
);

export const config = { matcher: ['/app/:path*', '/desk/:path*', '/login', '/join'] };
