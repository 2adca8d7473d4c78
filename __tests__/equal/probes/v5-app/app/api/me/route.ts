import { NextResponse } from 'next/server';
import { auth } from '@/auth';

export const GET = auth((req) => {
  if (req.auth) return NextResponse.json({ email: req.auth.user?.email });
  return NextResponse.json({ message: 'Not authenticated' }, { status: 401 });
});
