import { getServerSession } from 'next-auth';
import { notFound } from 'next/navigation';
import { authOptions } from '@/lib/auth';
import { opens } from '@/lib/doors';

export default async function Board() {
  const session = await getServerSession(authOptions);
  if (!opens(session, 'board')) notFound();
  return <p>The board, and {session!.user.name}</p>;
}
