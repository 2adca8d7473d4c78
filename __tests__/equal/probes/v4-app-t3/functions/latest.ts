import { postRouter } from '@/server/post';
import { createTRPCContext } from '@/server/trpc';

export default async function latest() {
  const ctx = await createTRPCContext({ headers: new Headers() });
  const answers = [postRouter.getLatest(ctx), postRouter.getSecretMessage(ctx)];
  return Promise.all(answers.map((answer: Promise<unknown>) => answer.catch((error: Error) => error.message)));
}
