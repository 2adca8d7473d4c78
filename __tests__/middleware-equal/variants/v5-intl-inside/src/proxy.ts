import createMiddleware from 'next-intl/middleware';
import { NextResponse } from 'next/server';
import { auth } from '@/auth';

const intl = createMiddleware({ locales: ['en', 'de'], defaultLocale: 'en', localePrefix: 'always' });

export default auth((req) => {
  const { pathname, origin } = req.nextUrl;
  const path = pathname.replace(/^\/(?:en|de)(?=\/)/, '');
  if (!req.auth && /^\/(?:app|desk)(?:\/|$)/.test(path)) {
    return NextResponse.redirect(`${origin}/start?from=${encodeURIComponent(path)}`);
  }
  return intl(req);
});

export const config = { matcher: ['/((?!api|_next|_vercel|.*\\..*).*)'] };
