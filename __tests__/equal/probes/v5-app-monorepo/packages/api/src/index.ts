import { createTRPCRouter, protectedProcedure, publicProcedure } from './trpc';

export { createTRPCContext } from './trpc';

export const appRouter = createTRPCRouter({
  getSession: publicProcedure.query(({ ctx }) => ctx.session),
  mine: protectedProcedure.query(({ ctx }) => ctx.db.post.findMany({ where: { authorId: ctx.session.user.id } })),
});
