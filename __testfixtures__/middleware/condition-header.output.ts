import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  if (req.headers.get('x-preview')) return;
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (/^\/dashboard(\/|\.segments\/|$)/.test(pathname)) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = {
  matcher: ['/((?!_next/).*)'],
};
