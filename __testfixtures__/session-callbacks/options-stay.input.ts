import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { db } from './db';
import type { Role } from './roles';

const roleOf = async (id: string): Promise<Role> => {
  const row = await db.member.findUnique({ where: { id } });
  return row?.role ?? 'guest';
};

const adapter = PrismaAdapter(db);

/** How people sign in. */
export const authOptions: NextAuthOptions = {
  adapter,
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    // The role may change at any time.
    async jwt({ token }) {
      token.role = await roleOf(token.sub!);
      return token;
    },

    session({ session, token }) {
      session.user.role = token.role as Role;
      return session;
    },
  },
};

export const roles: Role[] = ['guest', 'owner'];
