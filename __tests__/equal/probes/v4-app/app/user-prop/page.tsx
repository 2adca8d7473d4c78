import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { authOptions } from '@/lib/auth';
import { Profile } from '@/parts/profile';

export default async function UserPropPage() {
  const session = await getServerSession(authOptions);
  if (!session?.user) redirect('/login');
  return <Profile user={session.user} />;
}
