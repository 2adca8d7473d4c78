import { withAuth } from 'next-auth/middleware';

const OPEN = ['/', '/about', '/pricing'];

export default withAuth({
  pages: { signIn: '/login' },
  callbacks: {
    authorized({ req, token }) {
      const { pathname } = req.nextUrl;
      if (OPEN.includes(pathname)) return true;
      if (pathname.startsWith('/admin')) return token?.role === 'admin';
      return token !== null;
    },
  },
});

export const config = { matcher: ['/((?!api|_next/static|_next/image|.*\\.png$).*)'] };
