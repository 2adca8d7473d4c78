import { getToken } from 'next-auth/jwt';
import createMiddleware from 'next-intl/middleware';
import { NextResponse, type NextRequest } from 'next/server';

const intl = createMiddleware({ locales: ['en', 'de'], defaultLocale: 'en', localePrefix: 'as-needed' });

const isShut = (path: string) => /^(?:\/de)?\/(?:app|desk)(?:\/|$)/.test(path);

export default async function middleware(request: NextRequest) {
  if (isShut(request.nextUrl.pathname)) {
    const token = await getToken({ req: request, secret: process.env.NEXTAUTH_SECRET });
    if (!token) {
      const url = new URL('/login', request.url);
      url.searchParams.set('to', request.nextUrl.pathname);
      return NextResponse.redirect(url);
    }
  }
  return intl(request);
}

export const config = { matcher: ['/((?!api|_next|.*\\..*).*)'] };
