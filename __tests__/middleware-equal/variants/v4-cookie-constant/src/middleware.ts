import { NextResponse, type NextRequest } from 'next/server';

const COOKIE = process.env.NODE_ENV === 'production' ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

export function middleware(req: NextRequest): NextResponse {
  const cookie = req.cookies.get(COOKIE);

  if (cookie && ['/login', '/join'].includes(req.nextUrl.pathname)) {
    return NextResponse.redirect(new URL('/app', req.nextUrl));
  }
  if (!cookie && req.nextUrl.pathname.startsWith('/api/private')) {
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }
  return NextResponse.next();
}
