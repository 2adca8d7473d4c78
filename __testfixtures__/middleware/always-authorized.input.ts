import { getToken } from 'next-auth/jwt';
import { withAuth } from 'next-auth/middleware';
import { NextResponse } from 'next/server';

export default withAuth(
  async function middleware(req) {
    const token = await getToken({ req });
    if (!token) return NextResponse.redirect(new URL('/welcome', req.url));
  },
  { callbacks: { authorized: () => true } },
);

export const config = { matcher: ['/inbox', '/welcome'] };
