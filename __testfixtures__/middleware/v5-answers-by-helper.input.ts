import { NextResponse } from 'next/server';
import { auth } from '@/auth';

function refuse(status: number) {
  return NextResponse.json({ ok: false }, { status });
}

export default auth((req) => {
  if (!req.auth) return refuse(401);
  if (req.auth.user.role !== 'admin') return refuse(403);
});

export const config = { matcher: ['/api/admin/:path*'] };
