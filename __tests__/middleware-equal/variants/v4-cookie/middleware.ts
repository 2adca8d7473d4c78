import { NextResponse, type NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  const isSignedIn = request.cookies.has('next-auth.session-token');
  if (!isSignedIn) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  return NextResponse.next();
}

export const config = { matcher: ['/app/:path*'] };
