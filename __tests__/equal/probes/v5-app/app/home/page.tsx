import { auth } from '@/auth';

export default async function Home() {
  const session = await auth();
  return <h1>{session?.user ? `Welcome, ${session.user.name ?? 'friend'}` : 'Welcome'}</h1>;
}
