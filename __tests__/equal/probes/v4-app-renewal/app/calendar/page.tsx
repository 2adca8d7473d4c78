import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Calendar() {
  const session = await getServerSession(authOptions);
  if (!session || session.error) return <p>Connect your calendar</p>;
  return (
    <p>
      {session.user.name ?? 'You'} by {session.accessToken}
    </p>
  );
}
