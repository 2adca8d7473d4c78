import { withAuth } from 'next-auth/middleware';

export const middleware = withAuth({
  secret: process.env.NEXTAUTH_SECRET,
  callbacks: { authorized: ({ token }) => !!token },
});

export const config = { matcher: '/board/:id' };
