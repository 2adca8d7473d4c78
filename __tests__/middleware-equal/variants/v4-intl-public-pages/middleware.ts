import { withAuth } from 'next-auth/middleware';
import createMiddleware from 'next-intl/middleware';
import type { NextRequest } from 'next/server';
import { routing } from './i18n/routing';

const publicPages = ['/', '/about', '/login'];

const handleI18nRouting = createMiddleware(routing);

const authMiddleware = withAuth(
  // Only called where somebody is signed in
  function onSuccess(req) {
    return handleI18nRouting(req);
  },
  {
    callbacks: { authorized: ({ token }) => token != null },
    pages: { signIn: '/login' },
  },
);

export default function middleware(req: NextRequest) {
  const publicPathnameRegex = RegExp(
    `^(/(${routing.locales.join('|')}))?(${publicPages.flatMap((p) => (p === '/' ? ['', '/'] : p)).join('|')})/?$`,
    'i',
  );
  const isPublicPage = publicPathnameRegex.test(req.nextUrl.pathname);

  if (isPublicPage) {
    return handleI18nRouting(req);
  } else {
    return (authMiddleware as any)(req);
  }
}

export const config = { matcher: ['/((?!api|_next|.*\\..*).*)'] };
