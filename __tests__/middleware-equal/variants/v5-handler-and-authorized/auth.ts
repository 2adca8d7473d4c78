import NextAuth from 'next-auth';
import GitHub from 'next-auth/providers/github';

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub],
  callbacks: {
    session({ session, token }) {
      session.user.role = token.role;
      return session;
    },
    authorized: async ({ auth }) => {
      // Whoever is signed in may pass
      return !!auth;
    },
  },
});
