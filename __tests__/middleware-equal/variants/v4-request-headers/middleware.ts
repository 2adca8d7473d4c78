import { getToken } from 'next-auth/jwt';
import { NextResponse, type NextRequest } from 'next/server';

export async function middleware(request: NextRequest) {
  const token = await getToken({ req: request });
  const requestHeaders = new Headers(request.headers);
  requestHeaders.delete('x-person');
  if (token?.email) requestHeaders.set('x-person', token.email);
  requestHeaders.set('x-url', request.url);

  return NextResponse.next({ request: { headers: requestHeaders } });
}

export const config = { matcher: ['/api/:path*'] };
