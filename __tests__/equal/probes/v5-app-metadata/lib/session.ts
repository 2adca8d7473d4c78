import type { Session } from 'next-auth';
import { auth } from '@/auth';

export const requireSession = async (): Promise<Session> => {
  const session = await auth();
  if (!session) throw new Error('sign in first');
  return session;
};
