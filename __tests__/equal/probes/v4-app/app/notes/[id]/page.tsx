import { getServerSession } from 'next-auth';
import { notFound } from 'next/navigation';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function generateMetadata() {
  const session = await getServerSession(authOptions);
  return { title: session ? `Note of ${session.user.name ?? 'you'}` : 'Note' };
}

export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, session] = await Promise.all([params, getServerSession(authOptions)]);
  const note = await db.post.findUnique({ where: { id } });
  if (!note || note.authorId !== session?.user.id) notFound();
  return <h1>{note.title}</h1>;
}
