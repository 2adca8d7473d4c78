import { withAuth } from 'next-auth/middleware';
import { NextResponse, type NextRequest } from 'next/server';
import { openPages } from '@/lib/pages';

const withLocale = (req: NextRequest) => NextResponse.next({ headers: { 'x-path': req.nextUrl.pathname } });

const gate = withAuth(
  // Runs for those alone who are signed in.
  function onSuccess(req) {
    return withLocale(req);
  },
  {
    callbacks: { authorized: ({ token }) => token != null },
    pages: { signIn: '/login' },
  },
);

export default function middleware(req: NextRequest) {
  if (openPages.includes(req.nextUrl.pathname)) {
    return withLocale(req);
  } else {
    return (gate as any)(req);
  }
}

export const config = { matcher: ['/((?!api|_next|.*\\..*).*)'] };
