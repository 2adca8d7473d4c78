import { auth } from '@/auth';

async function getSessionOrThrow() {
  const session = await auth();
  if (!session?.user?.id) throw new Error('Please sign in');
  return session;
}

export default async function guarded() {
  const { user, expires } = await getSessionOrThrow();
  return [user?.id, new Date(expires).getUTCMonth()];
}
