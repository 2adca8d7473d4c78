import { appRouter } from '@/server/root';
import { createTRPCContext } from '@/server/trpc';

export default async function call() {
  const ctx = await createTRPCContext({ headers: new Headers() });
  return {
    mine: await appRouter.mine(ctx).catch((error: Error) => error.message),
    hello: await appRouter.hello(ctx),
  };
}
