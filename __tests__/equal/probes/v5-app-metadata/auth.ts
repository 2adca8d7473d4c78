import NextAuth, { type DefaultSession } from 'next-auth';
import GitHub from 'next-auth/providers/github';

declare module 'next-auth' {
  interface Session {
    plan: string;
    user: { role: 'user' | 'admin' } & DefaultSession['user'];
  }
}

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub],
  callbacks: {
    // What the provider says of somebody at the sign-in is known at no other time.
    jwt({ token, profile }) {
      if (profile) {
        token.role = profile.role;
        token.plan = profile.plan;
      }
      return token;
    },
    session({ session, token }) {
      session.user.role = token.role as 'user' | 'admin';
      session.plan = token.plan as string;
      return session;
    },
  },
});
