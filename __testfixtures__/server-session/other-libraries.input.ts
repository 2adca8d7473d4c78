import { auth } from './auth';
import { getServerSession } from 'some-auth';
import type { getSession } from 'next-auth/react';

// getServerSession(authOptions) of next-auth was here
export type Get = typeof getSession;
export const text = 'await getServerSession(authOptions)';

export async function run() {
  const session = await getServerSession();
  const user = await auth();
  return session && user;
}
