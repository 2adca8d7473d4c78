import NextAuth, { type NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { User } from './models';
import { db } from './db';

const DOMAINS = ['example.com', 'example.org'];

function isKnown(email: string): boolean {
  return DOMAINS.some((domain) => email.endsWith(`@${domain}`));
}

/** How people sign in. */
export const authOptions: NextAuthOptions = {
  adapter: PrismaAdapter(db),
  providers: [GitHub({ clientId: 'id', clientSecret: 'secret' })],
  callbacks: {
    // Invited people and our own.
    async signIn({ user: person, account, ...rest }) {
      if (account?.provider === 'github' && isKnown(person.email ?? '')) {
        return true;
      }
      const text = `
      no: ${person.email}
      `;
      console.warn(text, rest);
      return '/denied';
    },
  },
};

export const nameOf = (user: User) => user.name;

export default NextAuth(authOptions);
