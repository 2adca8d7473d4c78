import { createTRPCRouter, protectedProcedure, publicProcedure } from './trpc';

export const appRouter = createTRPCRouter({
  secret: protectedProcedure.query(() => 'you can see this'),
  notes: protectedProcedure.query(({ ctx }) => ctx.prisma.post.findMany({ where: { authorId: ctx.session.user.id } })),
  me: publicProcedure.query(({ ctx }) => ({ name: ctx.session?.user.name, email: ctx.session?.user.email })),
});
