import type { NextAuthOptions } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import GoogleProvider from 'next-auth/providers/google';

/** A token that is good for another hour, or the reason why there is none. */
async function renewed(token: JWT): Promise<JWT> {
  const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refreshToken ?? '' });
  const response = await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body });
  if (!response.ok) return { ...token, error: 'RefreshFailed' };
  const given = await response.json();
  return {
    ...token,
    accessToken: given.access_token,
    accessTokenExpires: Date.now() + given.expires_in * 1000,
    refreshToken: given.refresh_token ?? token.refreshToken,
  };
}

export const authOptions: NextAuthOptions = {
  providers: [
    GoogleProvider({
      clientId: process.env.GOOGLE_ID!,
      clientSecret: process.env.GOOGLE_SECRET!,
      authorization: { params: { access_type: 'offline', scope: 'openid email profile' } },
    }),
  ],
  callbacks: {
    async jwt({ token, user, account }) {
      if (account && user) {
        return {
          accessToken: account.access_token,
          accessTokenExpires: account.expires_at! * 1000,
          refreshToken: account.refresh_token,
          user,
        };
      }
      if (Date.now() < token.accessTokenExpires!) return token;
      return renewed(token);
    },
    async session({ session, token }) {
      session.user = token.user!;
      session.accessToken = token.accessToken;
      session.error = token.error;
      return session;
    },
  },
};
