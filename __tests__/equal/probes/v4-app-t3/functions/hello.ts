import { postRouter } from '@/server/post';
import { createTRPCContext } from '@/server/trpc';

export default async function hello() {
  return postRouter.hello(await createTRPCContext({ headers: new Headers() }));
}
