import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { authOptions } from '@/lib/auth';

export default async function Guarded() {
  const session = await getServerSession(authOptions);
  if (!session) redirect('/api/auth/signin');
  return <p>Only for {session.user.email}</p>;
}
