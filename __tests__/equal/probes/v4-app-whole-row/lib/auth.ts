import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import GoogleProvider from 'next-auth/providers/google';
import { db } from '@/lib/db';
import { askDirectory } from '@/lib/people';

export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(db),
  session: { strategy: 'jwt' },
  providers: [
    GoogleProvider({ clientId: process.env.GOOGLE_ID!, clientSecret: process.env.GOOGLE_SECRET! }),
    CredentialsProvider({
      id: 'directory',
      name: 'Directory',
      credentials: { code: { type: 'text' } },
      async authorize(credentials) {
        const found = await askDirectory(credentials?.code);
        if (!found) return null;
        return { id: found.id, name: found.name, email: found.email, directory: 'main' };
      },
    }),
  ],
  callbacks: {
    jwt: async ({ token, user, trigger }) => {
      if (user) token.user = user;
      if (trigger === 'update') {
        const fresh = await db.user.findUnique({ where: { id: token.sub } });
        if (fresh) token.user = fresh;
      }
      return token;
    },
    session: async ({ session, token }) => {
      session.user = { id: token.sub, ...(token as { user: object }).user } as typeof session.user;
      return session;
    },
  },
};
