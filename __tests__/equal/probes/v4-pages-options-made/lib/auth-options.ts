import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { NextApiRequest } from 'next';
import type { NextAuthOptions } from 'next-auth';
import type { Provider } from 'next-auth/providers/index';
import GitHubProvider from 'next-auth/providers/github';
import { prisma } from './prisma';

const providers: Provider[] = [];

if (process.env.GITHUB_ID) providers.push(GitHubProvider({ clientId: process.env.GITHUB_ID, clientSecret: '' }));

export const optionsFor = (req: Pick<NextApiRequest, 'method'>) => {
  const isPost = req.method === 'POST';

  const options: NextAuthOptions = {
    adapter: PrismaAdapter(prisma),
    providers,
    session: { strategy: 'jwt' },
    debug: isPost,
    callbacks: {
      async session({ session, token, user }) {
        if (session && (token || user)) session.user.id = token?.sub || user?.id;
        return session;
      },
    },
  };

  return options;
};
