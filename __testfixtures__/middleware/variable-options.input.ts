import { withAuth } from 'next-auth/middleware';
import { pages } from './pages';

export default withAuth({ pages });

export const config = { matcher: ['/dashboard/:path*'] };
