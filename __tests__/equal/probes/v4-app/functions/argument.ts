import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/auth';

const describe = (session: Session | null, verbose: boolean) =>
  session ? `${session.user.email}${verbose ? ` (${session.user.id})` : ''}` : 'anonymous';

export default async function described() {
  const session = await getServerSession(authOptions);
  return [describe(session, false), describe(session, true)];
}
