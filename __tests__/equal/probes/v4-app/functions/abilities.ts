import { getServerSession, type User } from 'next-auth';
import { authOptions } from '@/lib/auth';

const abilitiesFor = (user?: Pick<User, 'email'> | null) => ({
  canRead: true,
  canWrite: Boolean(user),
  canInvite: user?.email?.endsWith('@example.com') ?? false,
});

export default async function abilities() {
  const session = await getServerSession(authOptions);
  return abilitiesFor(session?.user);
}
