import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

const ROLES: Record<string, string[]> = {
  '/admin': ['admin'],
  '/desk': ['admin', 'member'],
};

export async function middleware(req: NextRequest) {
  const needed = Object.entries(ROLES).find(([prefix]) => req.nextUrl.pathname.startsWith(prefix))?.[1];
  if (!needed) return NextResponse.next();

  const token = await getToken({ req });
  if (!token) return NextResponse.redirect(new URL('/login', req.url));
  const role = token.role as string;
  if (!needed.includes(role)) {
    return NextResponse.redirect(new URL('/', req.url));
  }
  return NextResponse.next();
}

export const config = { matcher: ['/admin/:path*', '/desk/:path*'] };
