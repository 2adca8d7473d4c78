import { NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';

export async function GET(request: Request) {
  const token = await getToken({
    req: request,
    secret: process.env.AUTH_SECRET,
    secureCookie: process.env.NODE_ENV === 'production',
  });

  if (token) return NextResponse.redirect(new URL('/', request.url));
  return NextResponse.redirect(new URL('/login', request.url));
}
