import { NextResponse, type NextRequest } from 'next/server';
import { auth } from '@/auth';

export async function middleware(request: NextRequest) {
  const session = await auth();

  if (request.nextUrl.pathname.startsWith('/app') && !session?.user) {
    return NextResponse.redirect(new URL('/welcome', request.url));
  }
  if (request.nextUrl.pathname.startsWith('/admin') && session?.user?.role !== 'admin') {
    return new NextResponse(null, { status: 404 });
  }
  return NextResponse.next();
}

export const config = { matcher: ['/app/:path*', '/admin/:path*'] };
