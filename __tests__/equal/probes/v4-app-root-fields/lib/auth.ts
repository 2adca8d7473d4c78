import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { db } from './db';

export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt' },
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    async session({ session, token }) {
      const row = await db.user.findUnique({ where: { id: token.sub } });
      session.userId = token.sub!;
      session.permissions = row?.role === 'admin' ? ['read', 'write', 'invite'] : ['read'];
      session.organization = { name: 'Analytical Engines', plan: row?.plan ?? 'free' };
      return session;
    },
  },
};
