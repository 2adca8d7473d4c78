import { withAuth } from 'next-auth/middleware';
import { isOpen } from './lib/open';

export default withAuth({
  callbacks: {
    authorized: async ({ req, token }) => (await isOpen(req.nextUrl.pathname)) || Boolean(token),
  },
});
