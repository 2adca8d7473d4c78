import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const NEXT_AUTH_OPTIONS: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    session({ session, token }) {
      if (session.user && token.sub) session.user.id = token.sub;
      return session;
    },
  },
};
