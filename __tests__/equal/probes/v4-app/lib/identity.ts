import { getAuthSession } from './auth-session';

export { getAuthSession as currentSession } from './auth-session';

export async function currentUserId() {
  const session = await getAuthSession();
  return session?.user?.id ?? null;
}
