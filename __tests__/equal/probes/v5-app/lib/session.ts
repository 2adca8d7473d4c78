import { auth } from '@/auth';

export { auth as getSession } from '@/auth';

export async function requireUserId() {
  const session = await auth();
  const id = session?.user?.id;
  if (!id) throw new Error('no user');
  return id;
}
