import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function mine() {
  // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
  const session = await auth();
  return db.post.findMany({ where: { authorId: session!.user!.id! } });
}

export async function destructured() {
  // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
  const session = await auth();
  const { user } = session!;
  await db.post.deleteMany();
  return !user;
}

export async function purge() {
  // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
  const session = await auth();
  if (!session) log();
  // hoisted: may run before any guard
  function remove() {
    return db.post.deleteMany({ where: { authorId: session!.user!.id } });
  }
  if (!session) return null;
  return remove();
}

declare function log(): void;
