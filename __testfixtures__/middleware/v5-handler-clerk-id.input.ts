import { auth } from '@/auth';
import { NextResponse } from 'next/server';

export default auth((req) => {
  const session = req.auth;
  if (!session) return;
  return NextResponse.next({ headers: { 'x-member': session.user.id } });
});
