import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { db } from './db';
import type { Role } from './roles';
import type { SessionCallbacks } from '@/lib/clerk-session';

const roleOf = async (id: string): Promise<Role> => {
  const row = await db.member.findUnique({ where: { id } });
  return row?.role ?? 'guest';
};

// TODO(authjs-clerk): auth-config-in-use — part of the Auth.js set-up, which stays while code needs it
const adapter = PrismaAdapter(db);

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

/** How people sign in. */
// TODO(authjs-clerk): auth-config-in-use — describes the Auth.js set-up, which stays while code needs it
export const authOptions: NextAuthOptions = {
  adapter,
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    ...sessionCallbacks,
  },
};

export const roles: Role[] = ['guest', 'owner'];
