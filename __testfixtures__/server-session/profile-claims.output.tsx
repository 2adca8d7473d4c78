import { redirect } from 'next/navigation';
import { getSession } from '@/lib/clerk-session';

export default async function Page() {
  const session = await getSession();
  if (!session?.user) redirect('/login');
  return <h1>Hello {session.user.name}</h1>;
}
