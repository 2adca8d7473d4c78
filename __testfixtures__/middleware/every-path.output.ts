'use strict';

import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    !/^\/(api\/auth|favicon\.ico)/.test(pathname) &&
    !/^\/sign-(in|up)(\/|$)/.test(pathname)
  ) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = {
  matcher: ['/((?!_next/).*)'],
};
