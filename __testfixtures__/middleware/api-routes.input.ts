import { withAuth as guard } from 'next-auth/middleware';

export const middleware = guard({
  callbacks: {
    async authorized({ token, req }) {
      return token !== null;
    },
  },
});

export const config = {
  matcher: ['/api/:path*', '/admin/:path*', '/add'],
};
