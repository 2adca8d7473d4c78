import { withAuth } from 'next-auth/middleware';
import { isOpen } from '@/lib/open';

export default withAuth({
  callbacks: {
    authorized: async ({ req: request }) => {
      if (await isOpen(request.nextUrl.pathname)) return true;
    },
  },
});

export const config = { matcher: ['/app/:path*', '/about'] };
