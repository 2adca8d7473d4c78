import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function emailNull() {
  const session = await getServerSession(authOptions);
  if (session?.user?.email == null) return 'no email';
  if (session.user.name === undefined) return 'no name field';
  return session.user.name === null ? 'null name' : session.user.name.length;
}
