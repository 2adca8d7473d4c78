import type { NextAuthOptions } from 'next-auth';
import type { NextApiRequest } from 'next';
import { roleOf } from './roles';

export const optionsFor = (req: NextApiRequest): NextAuthOptions => ({
  providers: [],
  callbacks: {
    session({ session, token }) {
      session.user.role = roleOf(token.sub, req);
      return session;
    },
  },
});
