import type { Session } from 'next-auth';
import { auth } from '@/auth';

type User = NonNullable<Session['user']>;

export const withUser =
  <Args extends unknown[], Result>(action: (user: User, ...args: Args) => Promise<Result>) =>
  async (...args: Args) => {
    const session = await auth();
    if (!session?.user) return { error: 'Not signed in' };
    return action(session.user, ...args);
  };
