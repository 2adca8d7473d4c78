import { NextResponse, type NextRequest } from 'next/server';
import { auth } from '@/auth';
import { withFlags } from '@/lib/flags';

export default auth((req) => {
  const answer = withFlags(req as NextRequest);
  if (answer) return answer;
  if (req.auth === null && req.nextUrl.pathname.startsWith('/app')) {
    return NextResponse.redirect(new URL('/start', req.url), 302);
  }
  return NextResponse.next({ headers: { 'x-flags': 'on' } });
});
