import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  function middleware(req) {
    const { token } = req.nextauth;
    const isAuth = Boolean(token);
    if (req.nextUrl.pathname === '/login') {
      return isAuth ? NextResponse.redirect(new URL('/desk', req.url)) : null;
    }
    if (!isAuth) return NextResponse.redirect(new URL('/login', req.url));
  },
  { callbacks: { authorized: () => true } },
);

export const config = { matcher: ['/desk/:path*', '/login'] };
