import { NextResponse } from 'next/server';
import { auth } from '@/auth';

const policy = "default-src 'self'";

export default auth((request) => {
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set('x-nonce', 'abc');
  requestHeaders.set('content-security-policy', policy);

  if (!request.auth && request.nextUrl.pathname.startsWith('/app')) {
    const response = NextResponse.redirect(new URL('/start', request.url));
    response.headers.set('content-security-policy', policy);
    return response;
  }
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set('content-security-policy', policy);
  response.cookies.set('visited', request.auth ? 'in' : 'out', { path: '/' });
  return response;
});

export const config = { matcher: ['/((?!api|_next/static|_next/image|favicon.ico).*)'] };
