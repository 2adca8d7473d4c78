import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { audit } from '@/lib/data';

export const GET = auth(async (req) => {
  if (!req.auth) return NextResponse.json({ message: 'Not authenticated' }, { status: 401 });
  audit(req.auth);
  return NextResponse.json({ name: req.auth.user?.name });
});

export const POST = auth(function POST(req) {
  return Response.json(req.auth);
});
