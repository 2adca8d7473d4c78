import { db } from '@/lib/db';
import { getCurrentUser } from '@/lib/session';

export default async function notesOfCurrentUser() {
  const user = await getCurrentUser();
  if (!user) return 'signed out';
  return db.post.findMany({ where: { authorId: user.id } });
}
