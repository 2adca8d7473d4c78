import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function loop() {
  const session = await getServerSession(authOptions);
  const notes = await db.post.findMany();
  const mine: string[] = [];
  for (const note of notes) {
    if (!session?.user) break;
    if (note.authorId !== session.user.id) continue;
    mine.push(`${note.title} (${session.user.name ?? session.user.email})`);
  }
  return mine;
}
