import { withAuth } from 'next-auth/middleware';
import { NextResponse, type NextRequest } from 'next/server';

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
export type Guard = ReturnType<typeof withAuth>;

function guarded(withAuth: (req: NextRequest) => Response, req: NextRequest) {
  return withAuth(req);
}

export default function middleware(req: NextRequest) {
  return guarded(() => NextResponse.next(), req);
}
