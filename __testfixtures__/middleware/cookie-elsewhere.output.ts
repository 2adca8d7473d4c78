import { NextResponse, type NextRequest } from 'next/server';

/** Another cookie of Auth.js, and one that is taken away. */
export function middleware(request: NextRequest) {
  const response = NextResponse.next();
  // TODO(authjs-clerk): auth-cookie — Clerk’s session lives in a cookie of another name; read the session by auth() instead
  if (request.nextUrl.pathname === '/leave') response.cookies.delete('next-auth.session-token');
  // TODO(authjs-clerk): auth-cookie — Clerk’s session lives in a cookie of another name; read the session by auth() instead
  if (request.cookies.has('next-auth.csrf-token')) response.headers.set('x-csrf', 'yes');
  return response;
}
