import type { Session } from '@acme/auth';
import { db } from '@acme/db';
import { initTRPC, TRPCError } from '@trpc/server';

export const createTRPCContext = async (opts: { headers: Headers; session: Session | null }) => ({
  session: opts.session,
  db,
});

const t = initTRPC.context<typeof createTRPCContext>().create();

export const createTRPCRouter = t.router;
export const publicProcedure = t.procedure;
export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.user) {
    throw new TRPCError({ code: 'UNAUTHORIZED' });
  }
  return next({ ctx: { session: { ...ctx.session, user: ctx.session.user } } });
});
