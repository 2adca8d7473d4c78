import type { NextAuthConfig } from 'next-auth';

export const authConfig = {
  pages: { signIn: '/login' },
  providers: [],
  callbacks: {
    authorized({ auth, request: { nextUrl } }) {
      const isLoggedIn = !!auth?.user;
      const isInside = nextUrl.pathname.startsWith('/app');
      if (isInside) {
        if (isLoggedIn) return true;
        return false; // Redirect whoever is not signed in
      } else if (isLoggedIn && nextUrl.pathname === '/login') {
        return Response.redirect(new URL('/app', nextUrl));
      }
      return true;
    },
  },
} satisfies NextAuthConfig;
