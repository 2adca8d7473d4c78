import { NextResponse } from 'next/server';
import { clerkMiddleware } from '@clerk/nextjs/server';

function refuse(status: number) {
  return NextResponse.json({ ok: false }, { status });
}

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname);
  if (!/^\/api\/admin(\/|\.segments\/|$)/.test(pathname)) return;
  const { isAuthenticated, sessionClaims } = await auth();
  if (!isAuthenticated) return refuse(401);
  if (sessionClaims?.role !== 'admin') return refuse(403);
});

export const config = { matcher: ['/((?!_next/).*)'] };
