import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/auth';

const yearOf = (session: Session) => String((session.user as { createdAt?: unknown }).createdAt).slice(0, 4);

export default async function memberOf() {
  const session = await getServerSession(authOptions);
  return session && { ...session.user, year: yearOf(session) };
}
