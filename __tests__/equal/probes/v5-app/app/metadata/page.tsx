import type { Metadata } from 'next';
import { auth } from '@/auth';

export async function generateMetadata(): Promise<Metadata> {
  const session = await auth();
  return { title: session?.user?.name ? `${session.user.name}’s desk` : 'A desk' };
}

export default async function Page() {
  const session = await auth();
  if (!session) return <p>Sign in</p>;
  return <p>{session.user?.name}</p>;
}
