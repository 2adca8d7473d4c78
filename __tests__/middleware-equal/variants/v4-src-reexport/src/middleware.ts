export { default } from 'next-auth/middleware';

// Everything but what has to be public
export const config = {
  matcher: ['/((?!api|_next/static|_next/image|favicon.ico|about|pricing|login).*)'],
};
