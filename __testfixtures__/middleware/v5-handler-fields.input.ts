import { auth } from '@/auth';
import { NextResponse } from 'next/server';

const STAFF = ['ada@example.com'];

export default auth(async (req) => {
  const { pathname } = req.nextUrl;
  const email = req.auth?.user?.email;
  if (!req.auth && pathname !== '/welcome') return NextResponse.redirect(new URL('/welcome', req.url));

  const response = NextResponse.next();
  response.headers.set('x-staff', STAFF.includes(email ?? '') ? 'yes' : 'no');
  if (req.auth?.user?.id && pathname === '/desk') {
    response.cookies.set('member', req.auth.user.id);
  }
  return response;
});
