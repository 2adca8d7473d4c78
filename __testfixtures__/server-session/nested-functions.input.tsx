import { auth } from '@/auth';
import { db } from '@/lib/db';

export default async function Page() {
  const session = await auth();
  if (!session) return null;
  async function save() {
    'use server';
    const session = await auth();
    if (!session?.user?.id) return;
    await db.save(session.user.id);
  }
  async function inner() {
    const other = await auth();
    return !other || !session;
  }
  return <form action={save}>{String(await inner())}</form>;
}
