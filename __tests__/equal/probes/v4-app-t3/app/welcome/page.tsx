import Link from 'next/link';
import { getServerAuthSession } from '@/lib/auth';

export default async function Welcome() {
  const session = await getServerAuthSession();
  return (
    <main>
      <p>{session && <span>Logged in as {session.user?.name}</span>}</p>
      <Link href={session ? '/out' : '/in'}>{session ? 'Sign out' : 'Sign in'}</Link>
    </main>
  );
}
