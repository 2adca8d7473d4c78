import { notFound } from 'next/navigation';
import { auth } from '@/auth';
import { db } from '@/lib/db';
import { auth as clerkAuth, currentUser } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';

export async function ensure() {
  const { isAuthenticated } = await clerkAuth();
  if (!isAuthenticated) notFound();
  return (await clerkAuth()).isAuthenticated;
}

export async function mine() {
  return db.note.findMany({ where: { authorId: (await getUserId()) ?? undefined } });
}

export async function ownerOf(note: { ownerId: string }) {
  const signedIn = (await clerkAuth()).isAuthenticated;
  return { signedIn, isOwner: note.ownerId === ((await getUserId()) ?? undefined) };
}

export async function ownIdOr(fallback: string) {
  const userId = await getUserId();
  const id = (await getUserId()) ?? fallback;
  if (!userId) return id;
  return db.note.count({ where: { authorId: userId } });
}

export async function greeting() {
  const name = (await currentUser())?.fullName;
  return `Hello ${name ?? 'stranger'}`;
}

export async function dashboard() {
  const userId = await getUserId();
  if (!userId) notFound();
  return db.note.findMany({ where: { authorId: userId } });
}

export async function unguarded() {
  // TODO(authjs-clerk): session-unguarded — it is read without a test whether anybody is signed in
  return db.note.findMany({ where: { authorId: (await auth())!.user!.id } });
}

export async function twice() {
  // TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first
  return (await auth())?.user?.image ?? '/nobody.png';
}
