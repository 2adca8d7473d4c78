import { withAuth } from 'next-auth/middleware';

export default withAuth({ pages: { signIn: '/login', error: '/api/auth/error' }, callbacks: {} });

export const config = { matcher: ['/((?!api/auth|login|_next/static|.*\\.png$).*)'] };
