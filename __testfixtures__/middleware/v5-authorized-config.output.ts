import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    ![pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!api|_next\/static|_next\/image|.*\.png$)/.test(path),
    )
  )
    return;
  const { isAuthenticated, redirectToSignIn } = await auth();
  const { nextUrl } = req;
  const authorized = () => {
    const isLoggedIn = isAuthenticated;
    const isOnApp = nextUrl.pathname.startsWith('/app');
    if (isOnApp) {
      if (isLoggedIn) return true;
      return false; // to the sign-in page
    } else if (isLoggedIn && nextUrl.pathname === '/login') {
      return NextResponse.redirect(new URL('/app', nextUrl), 302);
    }
    return true;
  };
  const result = authorized();
  if (result instanceof Response) return result;
  if (!result && req.nextUrl.pathname !== '/login') {
    return isAuthenticated ? new NextResponse(null, { status: 403 }) : redirectToSignIn();
  }
});

export const config = {
  // https://nextjs.org/docs/app/building-your-application/routing/middleware#matcher
  matcher: ['/((?!_next/).*)'],
};
