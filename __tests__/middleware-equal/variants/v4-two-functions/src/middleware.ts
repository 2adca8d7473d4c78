import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

async function decide(req: NextRequest): Promise<NextResponse> {
  if (req.nextUrl.pathname === '/home') return NextResponse.redirect(new URL('/app/home', req.url));

  if (req.nextUrl.pathname.startsWith('/login')) {
    const token = await getToken({ req });
    if (token) return NextResponse.redirect(new URL('/app', req.url));
  }
  return NextResponse.next();
}

/** Tells nobody where a visitor came from. */
export default async function middleware(req: NextRequest) {
  const response = await decide(req);
  response.headers.set('referrer-policy', 'no-referrer');
  return response;
}

export const config = { matcher: ['/', '/home', '/login', '/app/:path*'] };
