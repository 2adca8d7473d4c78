import { createTRPCRouter, protectedProcedure, publicProcedure } from './trpc';

export const postRouter = createTRPCRouter({
  hello: publicProcedure.query(({ ctx }) => ({ greeting: `Hello ${ctx.session?.user.name ?? 'world'}` })),
  create: protectedProcedure.query(async ({ ctx }) =>
    ctx.db.post.create({ data: { title: 'A note', createdBy: { connect: { id: ctx.session.user.id } } } }),
  ),
  getLatest: protectedProcedure.query(async ({ ctx }) => {
    const post = await ctx.db.post.findFirst({ where: { authorId: ctx.session.user.id } });
    return post ?? null;
  }),
  getSecretMessage: protectedProcedure.query(() => 'you can now see this secret message!'),
});
