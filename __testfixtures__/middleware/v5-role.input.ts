import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth((req) => {
  const user = req.auth?.user;
  if (!user) return NextResponse.redirect(new URL('/login', req.url));
  if (user.role !== 'admin') return new NextResponse('not for you', { status: 403 });
});

export const config = { matcher: ['/admin/:path*'] };
