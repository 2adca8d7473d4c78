import { appRouter, createTRPCContext } from '@acme/api';
import { auth } from '@acme/auth';

export default async function call() {
  const session = await auth();
  const ctx = await createTRPCContext({ session, headers: new Headers() });
  const mine = await appRouter.mine(ctx).catch((error: Error) => error.message);
  return { mine, email: (await appRouter.getSession(ctx))?.user.email };
}
