import type { NextAuthOptions } from 'next-auth';

// TODO(authjs-clerk): auth-config-sign-in-callback — callbacks.signIn decides who may sign in; set Clerk’s restrictions accordingly, then remove it
export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    signIn: ({ user }) => user.email?.endsWith('@example.com') === true,
  },
};
