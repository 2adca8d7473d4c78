import { appRouter } from '@/server/router';
import { createContext } from '@/server/trpc';

export default async function call() {
  const ctx = await createContext();
  const mine = await appRouter.mine(ctx).catch((error: unknown) => error);
  return { mine, greeting: await appRouter.greeting(ctx) };
}
