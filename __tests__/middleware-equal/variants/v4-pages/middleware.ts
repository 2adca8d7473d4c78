import { withAuth } from 'next-auth/middleware';

export default withAuth({ pages: { signIn: '/login', error: '/login' } });

export const config = { matcher: ['/app/:path*', '/api/private/:path*', '/login'] };
