import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth((req) => {
  if (!req.auth) return NextResponse.redirect(new URL('/start', req.url));
});

export const config = {
  matcher: [
    { source: '/desk/:path*', has: [{ type: 'header', key: 'x-desk', value: 'on' }] },
    { source: '/board/:path*', has: [{ type: 'header', key: 'x-desk', value: 'on' }] },
  ],
};
