import { NextResponse, type NextRequest } from 'next/server';

/** The value of the cookie itself is handed on: Clerk has none like it. */
export function middleware(request: NextRequest) {
  const token = request.cookies.get('next-auth.session-token')?.value;
  return NextResponse.next({ headers: { 'x-token': token ?? '' } });
}
