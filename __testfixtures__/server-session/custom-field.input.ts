import { auth } from '@/auth';

export async function isAdmin() {
  const session = await auth();
  return session?.user?.role === 'admin';
}

export async function until() {
  const session = await auth();
  return session?.expires;
}

export async function any(key: string) {
  const session = await auth();
  return session?.user?.[key];
}
