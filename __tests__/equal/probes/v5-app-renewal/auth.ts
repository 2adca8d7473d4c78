import NextAuth from 'next-auth';
import Google from 'next-auth/providers/google';

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [Google],
  callbacks: {
    async jwt({ token, account }) {
      if (account) {
        return {
          ...token,
          access_token: account.access_token,
          expires_at: account.expires_at,
          refresh_token: account.refresh_token,
        };
      } else if (Date.now() < (token.expires_at ?? 0) * 1000) {
        return token;
      } else {
        if (!token.refresh_token) return null;
        const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token.refresh_token });
        const response = await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body });
        const given = await response.json();
        if (!response.ok) return { ...token, error: 'RefreshTokenError' as const };
        return { ...token, access_token: given.access_token, expires_at: given.expires_at };
      }
    },
    async session({ session, token }) {
      session.error = token.error;
      session.mailToken = token.access_token;
      return session;
    },
  },
});
