import type { NextAuthOptions } from 'next-auth';
import GitHub from 'next-auth/providers/github';
import { planOf } from './plans';

export const authOptions: NextAuthOptions = {
  providers: [GitHub({ clientId: 'id', clientSecret: 'secret' })],
  callbacks: {
    redirect: ({ baseUrl }) => baseUrl,
    async session({ session, token, user }) {
      const banner = `
        ${token.name}
      `;
      return { ...session, banner, plan: await planOf(token.email) };
    },
  },
};
