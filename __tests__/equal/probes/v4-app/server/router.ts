import { protectedProcedure, publicProcedure, router } from './trpc';

export const appRouter = router({
  greeting: publicProcedure.query(({ ctx }) => `Hello ${ctx.session?.user?.name ?? 'world'}`),
  mine: protectedProcedure.query(({ ctx }) => ctx.db.post.findMany({ where: { authorId: ctx.session.user.id } })),
});
