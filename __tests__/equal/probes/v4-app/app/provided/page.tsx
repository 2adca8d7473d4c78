import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { Providers } from '@/parts/session-aware';

export default async function Provided() {
  const session = await getServerSession(authOptions);
  return (
    <Providers session={session}>
      <p>page of {session?.user?.name ?? 'everybody'}</p>
    </Providers>
  );
}
