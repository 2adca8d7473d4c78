import { withAuth } from 'next-auth/middleware';
import { NextResponse, type NextRequest } from 'next/server';

function addHeader(req: NextRequest) {
  const response = NextResponse.next();
  response.headers.set('x-path', req.nextUrl.pathname);
  return response;
}

export default withAuth(addHeader, { pages: { signIn: '/login' } });

export const config = { matcher: ['/(projects|teams)/:path*'] };
