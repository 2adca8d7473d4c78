import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  const { pathname } = req.nextUrl;
  if (
    [pathname, decodeURIComponent(pathname)].some((path) =>
      /^\/api\/(?!auth|hooks\/)/.test(path)
    )
  ) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };
