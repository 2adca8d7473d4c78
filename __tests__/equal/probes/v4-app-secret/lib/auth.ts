import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    // The role is known at the sign-in alone, and so is the refresh token, which keeps the callbacks from living on.
    async jwt({ token, profile, account }) {
      if (profile) token.role = (profile as { role?: string }).role;
      if (account) token.refreshToken = account.refresh_token;
      return token;
    },
    async session({ session, token }) {
      session.user.role = token.role as 'user' | 'admin';
      session.refreshToken = token.refreshToken as string;
      return session;
    },
  },
};
