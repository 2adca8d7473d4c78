import { withAuth } from 'next-auth/middleware';

export default withAuth({
  callbacks: {
    authorized: ({ token }) => {
      if (token?.role === 'blocked') return false;
      return !!token;
    },
  },
});

export const config = { matcher: ['/app/:path*'] };
