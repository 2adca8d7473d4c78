import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function keys() {
  const session = await getServerSession(authOptions);
  if (!session?.user) return [];
  return Object.entries(session.user)
    .map(([key, value]) => `${key}=${value}`)
    .toSorted();
}
