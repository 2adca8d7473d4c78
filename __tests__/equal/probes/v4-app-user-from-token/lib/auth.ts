import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { db } from './db';

const options: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
  providers: [GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! })],
  callbacks: {
    jwt: async ({ token }) => {
      const row = await db.user.findUnique({ where: { id: token.sub } });
      if (row) token.plan = row.plan;
      return token;
    },
    session: async ({ session, token }) => ({
      ...session,
      user: { ...session.user, id: token.sub!, plan: token.plan ?? 'free', initials: initialsOf(session.user?.name) },
    }),
  },
};

function initialsOf(name: string | null | undefined): string {
  return (name ?? 'N N')
    .split(' ')
    .map((part) => part[0])
    .join('');
}

export { options as authOptions };
