import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { auth, currentUser } from '@clerk/nextjs/server';

export async function isMember() {
  const { isAuthenticated } = await auth();
  return isAuthenticated;
}

export async function viewer() {
  const user = await currentUser();
  if (!user) return undefined;
  return { name: user.fullName };
}

// Without the empty object it throws where nobody is signed in.
export async function strict() {
  // TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first
  const { user } = (await getServerSession(authOptions))!;
  return user?.name;
}
