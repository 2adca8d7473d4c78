import { clerkMiddleware } from '@clerk/nextjs/server';
import { isOpen } from '@/lib/open';

export default clerkMiddleware(async (auth, request) => {
  const pathname = decodeURIComponent(request.nextUrl.pathname);
  if (
    !/^\/app(\/|\.segments\/|$)/.test(pathname) &&
    !/^\/about(\/?$|\.segments\/)/.test(pathname)
  )
    return;
  const { isAuthenticated, redirectToSignIn } = await auth();
  const authorized = async () => {
    if (await isOpen(request.nextUrl.pathname)) return true;
  };
  if (!((await authorized()) ?? isAuthenticated)) return redirectToSignIn();
});

export const config = { matcher: ['/((?!_next/).*)'] };
