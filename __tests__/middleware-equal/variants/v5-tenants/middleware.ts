import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export default auth(async (req) => {
  const { nextUrl: url, auth: session } = req;
  if (url.pathname.startsWith('/desk')) {
    if (!session) return NextResponse.redirect(new URL('/start', url));
    return NextResponse.rewrite(new URL(`/tenants/main${url.pathname}${url.search}`, url));
  }
  if (url.pathname === '/pricing') return NextResponse.rewrite(new URL('/plans', url));
});
