import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    jwt({ token, account }) {
      if (account) token.refreshToken = account.refresh_token;
      return token;
    },
    session({ session, token }) {
      session.refreshToken = token.refreshToken;
      return session;
    },
  },
};
