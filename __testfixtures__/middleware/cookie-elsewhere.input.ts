import { NextResponse, type NextRequest } from 'next/server';

/** Another cookie of Auth.js, and one that is taken away. */
export function middleware(request: NextRequest) {
  const response = NextResponse.next();
  if (request.nextUrl.pathname === '/leave') response.cookies.delete('next-auth.session-token');
  if (request.cookies.has('next-auth.csrf-token')) response.headers.set('x-csrf', 'yes');
  return response;
}
