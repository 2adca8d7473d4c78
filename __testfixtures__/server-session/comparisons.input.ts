import { auth } from '@/auth';

export async function a() {
  const session = await auth();
  if (session === null) return 'out';
  return session != null ? 'in' : 'odd';
}

export async function b() {
  const session = await auth();
  return session?.user?.id === undefined ? 'out' : 'in';
}

export async function c() {
  const session = await auth();
  return session === undefined;
}

export async function d() {
  const session = await auth();
  return session?.user?.email === null;
}
