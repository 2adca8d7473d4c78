import type { SessionCallbacks } from '@/lib/clerk-session';
import { db } from './db';
import type { Role } from './roles';

const roleOf = async (id: string): Promise<Role> => {
  const row = await db.member.findUnique({ where: { id } });
  return row?.role ?? 'guest';
};

export const sessionCallbacks = {
    // The role may change at any time.
    async jwt({ token }) {
      token.role = await roleOf(token.sub!);
      return token;
    },

    session({ session, token }) {
      session.user.role = token.role as Role;
      return session;
    },
} satisfies SessionCallbacks;

export const roles: Role[] = ['guest', 'owner'];
