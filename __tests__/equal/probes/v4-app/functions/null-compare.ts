import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function compared() {
  const session = await getServerSession(authOptions);
  if (session === null) return 'null';
  return session.user.name === null ? 'unnamed' : session.user.name;
}
