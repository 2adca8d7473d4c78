import { auth } from '@/auth';
import { NextResponse, type NextRequest } from 'next/server';
import { openPages } from '@/lib/pages';

const gate = auth((req) => {
  if (!req.auth) return NextResponse.redirect(new URL(`/login?from=${req.nextUrl.pathname}`, req.nextUrl));
  return NextResponse.next();
});

export default function middleware(req: NextRequest) {
  return openPages.includes(req.nextUrl.pathname) ? NextResponse.next() : (gate as any)(req);
}

export const config = { matcher: ['/((?!api|_next|.*\\..*).*)'] };
