import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async (auth, req) => {
  const { isAuthenticated, userId } = await auth();
  if (!isAuthenticated) return;
  return NextResponse.next({ headers: { 'x-member': userId } });
});
