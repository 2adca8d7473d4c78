import type { NextAuthOptions } from 'next-auth';
import type { SessionCallbacks } from '@/lib/clerk-session';

export const sessionCallbacks = {
  jwt({ token, account }) {
    if (account) token.accessToken = account.access_token;
    return token;
  },
  session({ session, token }) {
    session.accessToken = token.accessToken;
    return session;
  },
} satisfies SessionCallbacks;

// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    ...sessionCallbacks,
  },
};
