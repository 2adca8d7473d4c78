import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (
    (/^\/(api|admin)(\/|\.segments\/|$)/.test(pathname) ||
      /^\/add(\/?$|\.segments\/)/.test(pathname)) &&
    !/^\/api\/auth/.test(pathname)
  ) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = {
  matcher: ['/((?!_next/).*)'],
};
