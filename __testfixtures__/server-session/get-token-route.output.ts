import { NextResponse } from 'next/server';
import { auth } from '@clerk/nextjs/server';

export async function GET(request: Request) {
  const { isAuthenticated } = await auth();

  if (isAuthenticated) return NextResponse.redirect(new URL('/', request.url));
  return NextResponse.redirect(new URL('/login', request.url));
}
