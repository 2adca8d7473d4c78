import { NextResponse } from 'next/server';
import { auth as withSession } from '@/auth';

export const middleware = withSession(function (request) {
  const { auth: session, nextUrl } = request;
  if (session) return NextResponse.next();
  if (nextUrl.pathname.startsWith('/api')) return Response.json({ message: 'no' }, { status: 401 });
  return NextResponse.redirect(new URL(`/start?to=${nextUrl.pathname}`, nextUrl));
});

export const config = { matcher: ['/app/:path*', '/api/private/:path*'] };
