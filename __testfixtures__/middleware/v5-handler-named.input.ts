import { auth } from '@/auth';
import type { NextAuthRequest } from 'next-auth';
import { NextResponse, type NextFetchEvent } from 'next/server';

async function gate(req: NextAuthRequest, event: NextFetchEvent): Promise<NextResponse> {
  const session = req.auth;
  if (!session) return NextResponse.redirect(new URL('/welcome', req.url));
  event.waitUntil(fetch('https://stats.example.com'));
  return NextResponse.next();
}

export default auth(gate);

export const config = { matcher: '/club/:path*' };
