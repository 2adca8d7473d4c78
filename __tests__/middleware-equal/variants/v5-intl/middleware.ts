import createMiddleware from 'next-intl/middleware';
import type { NextRequest } from 'next/server';
import { auth } from '@/auth';

const locales = ['en', 'de'];
const publicPages = ['/', '/login', '/about'];

const intlMiddleware = createMiddleware({ locales, defaultLocale: 'en' });

const authMiddleware = auth((req) => {
  if (req.auth) return intlMiddleware(req);
  const url = req.nextUrl.clone();
  url.pathname = '/login';
  return Response.redirect(url);
});

export default function middleware(req: NextRequest) {
  const isPublic = publicPages.some(
    (page) => req.nextUrl.pathname.replace(/^\/(?:en|de)(?=\/|$)/, '') === page.replace(/^\/$/, ''),
  );
  return isPublic ? intlMiddleware(req) : (authMiddleware as any)(req, {});
}

export const config = { matcher: ['/((?!api|_next|.*\\..*).*)'] };
