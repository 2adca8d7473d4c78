import { auth } from '@/auth';

interface ActionContext {
  userId: string;
}

export function createAction<T>(run: (context: ActionContext) => Promise<T>) {
  return async () => {
    const session = await auth();
    if (!session?.user?.id) return { error: 'Unauthorized' as const };
    return { data: await run({ userId: session.user.id }) };
  };
}
