import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function ofUser() {
  const user = (await auth())?.user;
  if (user === undefined) return [];
  return db.note.findMany({ where: { authorId: user.id } });
}

export async function comparedWithNull() {
  const user = (await auth())?.user;
  return user === null;
}

export async function assertedUser() {
  const user = (await auth())!.user;
  return db.note.findMany({ where: { authorId: user.id } });
}
