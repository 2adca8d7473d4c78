import { withAuth } from 'next-auth/middleware';

// TODO(authjs-clerk): unhandled — nothing here knows how to move withAuth
export default withAuth({ pages: { signIn: '/login' } });
