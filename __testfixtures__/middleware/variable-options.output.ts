import { withAuth } from 'next-auth/middleware';
import { pages } from './pages';

// TODO(authjs-clerk): middleware-options — withAuth() gets options that are not written out here
export default withAuth({ pages });

export const config = { matcher: ['/dashboard/:path*'] };
