import { NextResponse, type NextRequest } from 'next/server';

/** The value of the cookie itself is handed on: Clerk has none like it. */
export function middleware(request: NextRequest) {
  // TODO(authjs-clerk): auth-cookie — Clerk’s session lives in a cookie of another name; read the session by auth() instead
  const token = request.cookies.get('next-auth.session-token')?.value;
  return NextResponse.next({ headers: { 'x-token': token ?? '' } });
}
