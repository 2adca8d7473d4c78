import { NextResponse, type NextRequest } from 'next/server';

export function withFlags(req: NextRequest) {
  if (req.nextUrl.pathname === '/pricing') return NextResponse.rewrite(new URL('/pricing/b', req.url));
}
