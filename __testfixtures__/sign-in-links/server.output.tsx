import { auth } from '@clerk/nextjs/server';
import { redirect } from 'next/navigation';

export default async function Page({ searchParams }: { searchParams: Promise<{ plan?: string }> }) {
  const { userId } = await auth();
  if (!userId) return (await auth()).redirectToSignIn();
  const { plan } = await searchParams;
  if (plan === 'new') return (await auth()).redirectToSignIn({ returnBackUrl: '/plans' });
  if (plan === 'old') redirect('/register');
  return <h1>{userId}</h1>;
}
