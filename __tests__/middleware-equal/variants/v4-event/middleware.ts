import { withAuth } from 'next-auth/middleware';
import { NextResponse, type NextFetchEvent, type NextRequest } from 'next/server';

function middleware(req: NextRequest, event: NextFetchEvent) {
  event.waitUntil(fetch('https://metrics.example.com/visit', { method: 'POST', body: req.nextUrl.pathname }));
  if (req.nextUrl.pathname === '/app/home') return NextResponse.redirect(new URL('/app', req.url), 308);
  return NextResponse.next();
}

export default withAuth(middleware, { pages: { signIn: '/login' } });

export const config = { matcher: ['/app/:path*'] };
