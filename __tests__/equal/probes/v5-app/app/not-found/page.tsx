import { notFound } from 'next/navigation';
import { auth } from '@/auth';
import { db } from '@/lib/db';

export default async function Page(props: { params: Promise<{ id: string }> }) {
  const { id } = await props.params;
  const note = await db.post.findUnique({ where: { id } });
  if (!note) notFound();
  const session = await auth();
  if (!note.published) {
    if (!session || !session.user) return notFound();
    if (session.user.id !== note.authorId) return notFound();
  }
  return <h1 className={session?.user?.id === note.authorId ? 'mine' : 'theirs'}>{note.title}</h1>;
}
