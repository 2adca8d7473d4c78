import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function mutated() {
  const session = await getServerSession(authOptions);
  if (!session) return null;
  session.user.name = session.user.name ?? 'Anonymous';
  return `${session.user.name} <${session.user.email}>`;
}
