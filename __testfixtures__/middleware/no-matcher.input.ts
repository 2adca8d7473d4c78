import { withAuth } from 'next-auth/middleware';

export default withAuth({
  pages: { signIn: '/login', error: '/auth/error' },
  secret: process.env.NEXTAUTH_SECRET,
});
