import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { UserMenu } from '@/parts/user-menu';

export default async function PropsPage() {
  const session = await getServerSession(authOptions);
  return (
    <UserMenu name={session?.user?.name} email={session?.user?.email ?? undefined} isSignedIn={Boolean(session)} />
  );
}
