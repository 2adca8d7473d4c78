import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

type Result<T> = { ok: true; value: T } | { ok: false; error: string };

async function authorize(noteId: string): Promise<Result<string>> {
  const session = await getServerSession(authOptions);
  if (!session) return { ok: false, error: 'unauthenticated' };
  const note = await db.post.findFirst({ where: { id: noteId, authorId: session.user.id } });
  return note ? { ok: true, value: note.title } : { ok: false, error: `not yours, ${session.user.name ?? 'you'}` };
}

export default async function run() {
  return authorize('p10');
}
