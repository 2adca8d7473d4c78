import type { NextAuthOptions, Session } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    session: ({ session, token }) => ({ ...session, role: token.role }) as Session,
  },
};
