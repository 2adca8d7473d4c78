import { clerkMiddleware } from '@clerk/nextjs/server';

export default clerkMiddleware(async (auth, req) => {
  if (
    req.cookies.get('preview')?.value === 'on' ||
    req.nextUrl.searchParams.get('preview')
  )
    return;
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  // not the preview
  if (/^\/desk(\/|\.segments\/|$)/.test(pathname)) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
  }
});

export const config = {
  matcher: [
    '/((?!_next/).*)',
  ],
};
