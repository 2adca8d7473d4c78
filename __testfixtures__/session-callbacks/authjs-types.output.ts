import type { Session, SessionCallbacks } from '@/lib/clerk-session';
import type { NextAuthOptions } from 'next-auth';

export const sessionCallbacks = {
  session: ({ session, token }) => ({ ...session, role: token.role }) as Session,
} satisfies SessionCallbacks;

// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export const authOptions: NextAuthOptions = {
  providers: [],
  callbacks: {
    ...sessionCallbacks,
  },
};
