import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

const track = (event: string, user: { id: string; email?: string | null }) => `${event}:${user.id}:${user.email}`;

export default async function tracked() {
  const session = await getServerSession(authOptions);
  return session?.user ? track('opened', session.user) : track('opened', { id: 'anonymous' });
}
