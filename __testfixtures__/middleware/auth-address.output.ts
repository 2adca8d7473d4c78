import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    [pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/(?!api\/auth|login|_next\/static|.*\.png$)/.test(path)
    ) &&
    !/^\/favicon\.ico/.test(pathname)
  ) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };
