import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { NextResponse } from 'next/server';

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub],
  callbacks: {
    authorized({ request, auth }) {
      const { pathname } = request.nextUrl;
      if (pathname.startsWith('/api/private')) {
        if (!auth) return NextResponse.json('Sign in first', { status: 401 });
        return true;
      }
      if (pathname === '/welcome') return !!auth;
      if (pathname.startsWith('/admin') && !auth) return NextResponse.redirect(new URL('/', request.url));
      return true;
    },
  },
});
