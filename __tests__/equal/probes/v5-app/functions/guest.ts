import { auth } from '@/auth';

export default async function guest() {
  const session = await auth();
  const userId = session?.user?.id ?? 'guest';
  const isGuest = userId === 'guest';
  return { userId, isGuest };
}
