import { NextResponse, type NextRequest } from 'next/server';

const NAMES = ['/app', '/desk'];

export function middleware(request: NextRequest) {
  const token =
    request.cookies.get('__Secure-next-auth.session-token') ?? request.cookies.get('next-auth.session-token');

  if (NAMES.includes(request.nextUrl.pathname) && !token) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
}
