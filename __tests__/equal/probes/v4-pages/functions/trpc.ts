import type { NextApiRequest, NextApiResponse } from 'next';
import { appRouter } from '@/server/api/root';
import { createTRPCContext } from '@/server/api/trpc';

export default async function call(opts: { req: NextApiRequest; res: NextApiResponse }) {
  const ctx = await createTRPCContext(opts);
  const settle = (answer: Promise<unknown>) => answer.catch((error: Error) => error.message);
  return {
    secret: await settle(appRouter.secret(ctx)),
    notes: await settle(appRouter.notes(ctx)),
    me: await settle(appRouter.me(ctx)),
  };
}
