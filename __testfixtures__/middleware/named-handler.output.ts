import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextRequest } from 'next/server';

function addHeader(req: NextRequest) {
  const response = NextResponse.next();
  response.headers.set('x-path', req.nextUrl.pathname);
  return response;
}

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (/^\/(projects|teams)(\/|\.segments\/|$)/.test(pathname)) {
    const { isAuthenticated, redirectToSignIn } = await auth();
    if (!isAuthenticated) return redirectToSignIn();
    return addHeader(req);
  }
});

export const config = { matcher: ['/((?!_next/).*)'] };
