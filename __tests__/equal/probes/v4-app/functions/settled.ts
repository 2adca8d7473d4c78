import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function settled() {
  const [session, posts] = await Promise.allSettled([getServerSession(authOptions), db.post.count()]);
  return {
    email: session.status === 'fulfilled' ? session.value?.user?.email : 'failed',
    posts: posts.status === 'fulfilled' ? posts.value : 0,
  };
}
