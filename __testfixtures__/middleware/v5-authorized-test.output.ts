import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (
    !/^\/app(\/|\.segments\/|$)/.test(pathname) &&
    !/^\/desk(\/?$|\.segments\/)/.test(pathname)
  )
    return;
  const { isAuthenticated, redirectToSignIn } = await auth();
  if (!isAuthenticated) return redirectToSignIn();
});

export const config = { matcher: ['/((?!_next/).*)'] };
