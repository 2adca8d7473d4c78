import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(
  async function middleware(auth, req) {
    const pathname = decodeURIComponent(req.nextUrl.pathname);
    if (
      !/^\/desk(\/|\.segments\/|$)/.test(pathname) &&
      !/^\/login(\/?$|\.segments\/)/.test(pathname)
    )
      return;
    const { isAuthenticated } = await auth();
    const isAuth = isAuthenticated;
    if (req.nextUrl.pathname === '/login') {
      return isAuth ? NextResponse.redirect(new URL('/desk', req.url)) : null;
    }
    if (!isAuth) return NextResponse.redirect(new URL('/login', req.url));
  },
);

export const config = { matcher: ['/((?!_next/).*)'] };
