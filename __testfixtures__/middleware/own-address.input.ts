import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request, secret: process.env.NEXTAUTH_SECRET });
  if (!token && request.nextUrl.pathname.startsWith('/desk')) {
    return NextResponse.redirect(`${process.env.NEXTAUTH_URL}/login`);
  }
  return NextResponse.next();
}
