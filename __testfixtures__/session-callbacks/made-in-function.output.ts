import type { NextAuthOptions } from 'next-auth';
import type { NextApiRequest } from 'next';
import { roleOf } from './roles';

// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export const optionsFor = (req: NextApiRequest): NextAuthOptions => ({
  providers: [],
  callbacks: {
    session({ session, token }) {
      session.user.role = roleOf(token.sub, req);
      return session;
    },
  },
});
