import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Account() {
  const session = await getServerSession(authOptions);
  if (!session) return <p>Signed out</p>;
  return <p>{session.user?.name ?? session.user?.email}</p>;
}
