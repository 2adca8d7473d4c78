import { createTRPCRouter, protectedProcedure, publicProcedure } from './trpc';

export const appRouter = createTRPCRouter({
  hello: publicProcedure.query(({ ctx }) => `Hello ${ctx.session?.user?.email ?? 'there'}`),
  mine: protectedProcedure.query(async ({ ctx }) => {
    const notes = await ctx.db.post.findMany({ where: { authorId: ctx.session.user.id } });
    return notes.length;
  }),
});
