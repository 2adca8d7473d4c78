import { getToken } from 'next-auth/jwt';
import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';

export async function middleware(req: NextRequest) {
  const token = await getToken({ req });

  if (req.nextUrl.pathname.startsWith('/api/private')) {
    if (!token) return NextResponse.json({ error: 'sign in first' }, { status: 401 });
    return NextResponse.next();
  }
  if (!token) {
    return NextResponse.redirect(new URL(`/login?next=${encodeURIComponent(req.url)}`, req.url));
  }
  return NextResponse.next();
}

export const config = { matcher: ['/app/:path*', '/api/private/:path*'] };
