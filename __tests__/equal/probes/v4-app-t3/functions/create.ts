import { postRouter } from '@/server/post';
import { createTRPCContext } from '@/server/trpc';

export default async function create() {
  const ctx = await createTRPCContext({ headers: new Headers() });
  return postRouter.create(ctx).catch((error: Error) => error.message);
}
