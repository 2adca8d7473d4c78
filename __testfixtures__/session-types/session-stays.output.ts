import { getServerSession, type Session } from 'next-auth';
import { authOptions } from '@/lib/options';

// TODO(authjs-clerk): auth-type — the session beside it is still Auth.js’s, and so is its type
export async function currentPerson(): Promise<Session['user'] | undefined> {
  // TODO(authjs-clerk): session-escapes — the user is handed on whole; the app’s sessions hold fields of its own: user.role
  const session = await getServerSession(authOptions);
  return session?.user;
}
