import { z } from "zod";
import { protectedProcedure, publicProcedure, router } from "./trpc";

export const appRouter = router({
  count: publicProcedure.query(({ ctx }) => ctx.db.book.count()),
  mine: protectedProcedure.query(({ ctx }) =>
    ctx.db.book.findMany({ where: { readerId: ctx.session.user.id }, select: { title: true }, orderBy: { title: "asc" } }),
  ),
  add: protectedProcedure.input(z.object({ title: z.string() })).mutation(async ({ ctx, input }) => {
    await ctx.db.book.create({ data: { title: input.title, readerId: ctx.session.user.id } });
    return { added: input.title };
  }),
});

export type AppRouter = typeof appRouter;
