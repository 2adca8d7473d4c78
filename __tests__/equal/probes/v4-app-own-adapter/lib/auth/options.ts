import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { PrismaClient } from '@prisma/client';
import type { NextAuthOptions } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import CredentialsProvider from 'next-auth/providers/credentials';
import GitHub from 'next-auth/providers/github';
import { db } from '@/lib/db';

const adapterWithIds = (client: PrismaClient) => {
  return {
    ...(PrismaAdapter(client) as Adapter),
    createUser: async (data: object) => {
      return client.user.create({ data: { ...data, id: `u_${Date.now()}` } });
    },
  };
};

export const authOptions: NextAuthOptions = {
  adapter: adapterWithIds(db),
  session: { strategy: 'jwt' },
  pages: { signIn: '/login' },
  providers: [
    GitHub({ clientId: process.env.GITHUB_ID!, clientSecret: process.env.GITHUB_SECRET! }),
    CredentialsProvider({
      name: 'Company',
      credentials: { code: {} },
      async authorize(credentials) {
        const user = await db.user.findUnique({ where: { id: credentials?.code } });
        if (!user) return null;
        const { id, name, email } = user;
        return { id, name, email, company: 'known for this sign-in alone' };
      },
    }),
  ],
  callbacks: {
    async jwt({ token, user }) {
      if (user) token.user = user;
      return token;
    },
    async session({ session, token }) {
      session.user = {
        id: token.sub,
        ...((token || session).user as object),
      };
      return session;
    },
  },
};
