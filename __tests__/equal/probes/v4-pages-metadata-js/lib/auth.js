import GitHub from 'next-auth/providers/github';

export const authOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: process.env.GITHUB_ID, clientSecret: process.env.GITHUB_SECRET })],
  callbacks: {
    async jwt({ token, profile }) {
      if (profile) token.role = profile.role;
      return token;
    },
    async session({ session, token }) {
      session.user.id = token.sub;
      session.user.role = token.role;
      return session;
    },
  },
};
