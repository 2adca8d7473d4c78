import { NextResponse } from 'next/server';
import type { NextAuthRequest } from 'next-auth';
import { auth } from '@/auth';

const guests = ['/login', '/join'];

function handle(req: NextAuthRequest) {
  const isGuestPage = guests.includes(req.nextUrl.pathname);
  if (isGuestPage && req.auth) return NextResponse.redirect(new URL('/app', req.nextUrl));
  if (!isGuestPage && !req.auth) return NextResponse.redirect(new URL('/login', req.nextUrl));
  return NextResponse.next();
}

export default auth(handle);

export const config = { matcher: ['/app/:path*', '/login', '/join'] };
