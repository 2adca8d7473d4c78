import { auth } from '@/auth';

export default async function ternary() {
  const session = await auth();
  const greeting = session?.user?.name ? `Hi ${session.user.name}` : session ? 'Hi' : 'Hello';
  const initial = session?.user?.name?.[0] ?? session?.user?.email?.[0] ?? '?';
  return [greeting, initial];
}
