import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth(async function proxy(req) {
  const { pathname } = req.nextUrl;
  const role = req.auth?.user?.role;

  if (pathname.startsWith('/admin')) {
    if (!req.auth) return NextResponse.redirect(new URL(`/start?next=${pathname}`, req.url));
    if (role !== 'admin') return NextResponse.rewrite(new URL('/404', req.url), { status: 404 });
  }
  if (pathname.startsWith('/api/private') && role !== 'admin') {
    return NextResponse.json({ error: 'admins only' }, { status: req.auth ? 403 : 401 });
  }
  return NextResponse.next();
});

export const config = { matcher: ['/admin/:path*', '/api/private/:path*'] };
