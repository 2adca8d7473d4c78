import { auth } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';
import { db } from '@/lib/db';

export default async function Page() {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) return null;
  async function save() {
    'use server';
    const userId = await getUserId();
    if (!userId) return;
    await db.save(userId);
  }
  async function inner() {
    const { isAuthenticated: isSignedIn } = await auth();
    return !isSignedIn || !isAuthenticated;
  }
  return <form action={save}>{String(await inner())}</form>;
}
