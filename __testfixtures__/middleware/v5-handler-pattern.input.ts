import { auth } from '@/auth';
import { NextResponse } from 'next/server';

export default auth(({ auth: session, nextUrl }) => {
  if (!session && nextUrl.pathname !== '/welcome') return NextResponse.redirect(new URL('/welcome', nextUrl));
});

export const config = { matcher: ['/((?!api).*)'] };
