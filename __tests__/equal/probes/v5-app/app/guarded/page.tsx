import { redirect } from 'next/navigation';
import { auth } from '@/auth';

export default async function Guarded() {
  const session = await auth();
  if (!session?.user) return redirect('/login');
  return <p>{session.user.email}</p>;
}
