import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export async function isMember() {
  const { user } = (await getServerSession(authOptions)) || {};
  return Boolean(user);
}

export async function viewer() {
  const { user } = (await getServerSession(authOptions)) ?? {};
  if (!user) return undefined;
  return { name: user.name };
}

// Without the empty object it throws where nobody is signed in.
export async function strict() {
  const { user } = (await getServerSession(authOptions))!;
  return user?.name;
}
