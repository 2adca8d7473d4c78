import { auth } from '@/auth';
import { db } from '@/lib/db';
import { getUserId } from '@/lib/clerk-session';

export async function ofUser() {
  const userId = await getUserId();
  if (userId === null) return [];
  return db.note.findMany({ where: { authorId: userId } });
}

export async function comparedWithNull() {
  // TODO(authjs-clerk): session-escapes — the user is compared with null
  const user = (await auth())?.user;
  return user === null;
}

export async function assertedUser() {
  // TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first
  const user = (await auth())!.user;
  return db.note.findMany({ where: { authorId: user.id } });
}
