import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/options';

export async function currentPerson(): Promise<Session['user'] | undefined> {
  const session = await getServerSession(authOptions);
  return session?.user;
}
