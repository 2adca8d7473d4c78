import { auth } from '@/auth';
import type { Session } from 'next-auth';

interface CustomUser {
  id: string;
  email: string;
}

export async function who() {
  const session: Session | null = await auth();
  if (!session) return null;
  return (session.user as CustomUser).id;
}

export async function mail() {
  const session = (await auth()) as Session | null;
  if (!session) return null;
  return { email: (session.user as CustomUser).email };
}
