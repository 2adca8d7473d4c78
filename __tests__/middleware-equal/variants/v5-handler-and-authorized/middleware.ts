import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth((req) => {
  if (req.nextUrl.pathname.startsWith('/admin') && req.auth?.user?.role !== 'admin') {
    return NextResponse.redirect(new URL('/', req.url));
  }
});

export const config = { matcher: ['/app/:path*', '/admin/:path*'] };
