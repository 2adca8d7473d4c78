import { auth } from '@/auth';
import { SaveButton } from '@/parts/save-button';
import { db } from '@/lib/db';

export default async function ActionsInline() {
  const session = await auth();
  if (!session?.user) return <p>Sign in to save</p>;

  async function save() {
    'use server';
    const session = await auth();
    if (!session?.user?.id) throw new Error('Unauthorized');
    await db.post.create({ data: { authorId: session.user.id, title: 'Saved' } });
  }

  return <SaveButton label={`Save as ${session.user.name ?? session.user.email}`} action={save} />;
}
