import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse } from 'next/server';

export default clerkMiddleware(async (auth, req) => {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return NextResponse.redirect(new URL('/login', req.url), 302);
});
