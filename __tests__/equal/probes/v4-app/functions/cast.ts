import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

interface KnownUser {
  id: string;
  email: string;
}

export default async function cast() {
  const session = await getServerSession(authOptions);
  const user = session?.user as KnownUser | undefined;
  return user ? `${user.id} ${user.email.toLowerCase()}` : 'nobody';
}
