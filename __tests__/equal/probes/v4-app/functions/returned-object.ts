import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

async function getAuthContext() {
  const session = await getServerSession(authOptions);
  return { isAuthenticated: !!session?.user, userId: session?.user?.id, user: session?.user };
}

export default async function returnedObject() {
  const { isAuthenticated, userId, user } = await getAuthContext();
  return { isAuthenticated, userId, email: user?.email };
}
