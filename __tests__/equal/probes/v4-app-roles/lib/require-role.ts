import { getServerSession } from 'next-auth';
import { authOptions } from './auth';
import type { Role } from './roles';

export async function requireRole(role: Role) {
  const session = await getServerSession(authOptions);
  if (!session?.user) throw new Error('Unauthorized');
  if (session.user.role !== role) throw new Error('Forbidden');
  return session.user;
}
