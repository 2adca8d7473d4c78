import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

export default function middleware(req: NextRequest) {
  const sessionToken =
    req.cookies.get('__Secure-next-auth.session-token')?.value || req.cookies.get('next-auth.session-token')?.value;

  if (req.nextUrl.pathname === '/' && sessionToken) return NextResponse.redirect(new URL('/app', req.url));
  if (req.nextUrl.pathname.startsWith('/app') && !sessionToken) {
    return NextResponse.redirect(new URL('/welcome', req.url));
  }
  return NextResponse.next();
}
