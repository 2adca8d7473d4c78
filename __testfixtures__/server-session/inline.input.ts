import { notFound } from 'next/navigation';
import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function ensure() {
  if (!(await auth())) notFound();
  return !!(await auth())?.user;
}

export async function mine() {
  return db.note.findMany({ where: { authorId: (await auth())?.user?.id } });
}

export async function ownerOf(note: { ownerId: string }) {
  const signedIn = (await auth()) !== null;
  return { signedIn, isOwner: note.ownerId === (await auth())?.user?.id };
}

export async function ownIdOr(fallback: string) {
  const userId = (await auth())?.user?.id;
  const id = (await auth())?.user?.id ?? fallback;
  if (!userId) return id;
  return db.note.count({ where: { authorId: userId } });
}

export async function greeting() {
  const name = (await auth())?.user?.name;
  return `Hello ${name ?? 'stranger'}`;
}

export async function dashboard() {
  const user = (await auth())?.user;
  if (!user) notFound();
  return db.note.findMany({ where: { authorId: user.id } });
}

export async function unguarded() {
  return db.note.findMany({ where: { authorId: (await auth())!.user!.id } });
}

export async function twice() {
  return (await auth())?.user?.image ?? '/nobody.png';
}
