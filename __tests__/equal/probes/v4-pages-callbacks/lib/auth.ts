import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { prisma } from './prisma';

export const authOptions: NextAuthOptions = {
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  session: { strategy: 'jwt' },
  callbacks: {
    async session({ session, token }) {
      const row = await prisma.user.findUnique({ where: { id: token.sub } });
      return { ...session, user: { ...session.user, id: token.sub, isAdmin: row?.role === 'admin', plan: row?.plan } };
    },
  },
};
