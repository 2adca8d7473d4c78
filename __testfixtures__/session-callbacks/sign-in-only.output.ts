import type { NextAuthOptions } from 'next-auth';

// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
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
