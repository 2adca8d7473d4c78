import { withAuth } from 'next-auth/middleware';

// TODO(authjs-clerk): middleware-role — this middleware reads more of the token than its presence; read the claim from (await auth()).sessionClaims
export default withAuth({
  callbacks: {
    authorized: ({ token }) => {
      if (token?.role === 'blocked') return false;
      return !!token;
    },
  },
});

export const config = { matcher: ['/app/:path*'] };
