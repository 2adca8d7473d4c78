import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function closure() {
  const session = await getServerSession(authOptions);
  const isMine = (note: { authorId: string }) => note.authorId === session?.user?.id;
  const notes = (await db.post.findMany()) as { id: string; authorId: string }[];
  return notes.filter(isMine).map(({ id }) => id);
}
