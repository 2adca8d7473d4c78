import { verifySession } from '@/lib/dal';

export default async function verified() {
  const { userId, email } = await verifySession();
  return `${userId}:${email}`;
}
