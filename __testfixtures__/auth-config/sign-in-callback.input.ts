import type { NextAuthOptions } from 'next-auth';

export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    signIn: ({ user }) => user.email?.endsWith('@example.com') === true,
  },
};
