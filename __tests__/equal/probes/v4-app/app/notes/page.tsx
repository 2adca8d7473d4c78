import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { authOptions } from '@/lib/auth';

export default async function NotesPage() {
  const session = await getServerSession(authOptions);
  if (!session?.user) redirect('/login');
  return (
    <main>
      <h1>Notes of {session.user.name}</h1>
      <p>{session.user.email}</p>
    </main>
  );
}
