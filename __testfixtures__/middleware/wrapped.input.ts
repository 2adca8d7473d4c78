import { withAuth } from 'next-auth/middleware';
import type { NextFetchEvent, NextRequest } from 'next/server';

const guard = withAuth({ pages: { signIn: '/login' } });

export default function middleware(req: NextRequest, event: NextFetchEvent) {
  if (req.nextUrl.pathname.startsWith('/open')) return;
  return (guard as (req: NextRequest, event: NextFetchEvent) => Promise<Response>)(req, event);
}
