import { withAuth } from 'next-auth/middleware';
import { NextResponse, type NextRequest } from 'next/server';

export type Guard = ReturnType<typeof withAuth>;

function guarded(withAuth: (req: NextRequest) => Response, req: NextRequest) {
  return withAuth(req);
}

export default function middleware(req: NextRequest) {
  return guarded(() => NextResponse.next(), req);
}
