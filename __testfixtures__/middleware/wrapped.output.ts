import { withAuth } from 'next-auth/middleware';
import type { NextFetchEvent, NextRequest } from 'next/server';

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
const guard = withAuth({ pages: { signIn: '/login' } });

export default function middleware(req: NextRequest, event: NextFetchEvent) {
  if (req.nextUrl.pathname.startsWith('/open')) return;
  return (guard as (req: NextRequest, event: NextFetchEvent) => Promise<Response>)(req, event);
}
