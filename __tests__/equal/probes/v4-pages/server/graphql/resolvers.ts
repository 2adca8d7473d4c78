import type { Context } from './context';

export const resolvers = {
  Query: {
    viewer: (_parent: unknown, _args: unknown, { user }: Context) => user?.email ?? 'anonymous',
    notes: async (_parent: unknown, _args: unknown, { user, prisma }: Context) =>
      user ? prisma.post.findMany({ where: { authorId: user.id } }) : [],
  },
};
