import type { NextAuthOptions, Session } from 'next-auth';

// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    session: ({ session, token }) => ({ ...session, role: token.role }) as Session,
  },
};
