import { getSession } from '@/lib/server';

export default async function barrel() {
  const session = await getSession();
  return session?.user?.email ?? 'none';
}
