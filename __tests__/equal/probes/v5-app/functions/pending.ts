import { auth } from '@/auth';
import { db } from '@/lib/db';

export default async function pending() {
  const asked = auth();
  const [count, session] = await Promise.all([db.post.count(), asked]);
  return { count, id: session?.user?.id };
}
