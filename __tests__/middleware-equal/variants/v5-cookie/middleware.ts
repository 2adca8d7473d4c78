import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const token = request.cookies.get('authjs.session-token') ?? request.cookies.get('__Secure-authjs.session-token');
  if (!token && request.nextUrl.pathname !== '/start') {
    return NextResponse.redirect(new URL('/start', request.url));
  }
  return NextResponse.next();
}

export const config = { matcher: ['/app/:path*', '/start'] };
