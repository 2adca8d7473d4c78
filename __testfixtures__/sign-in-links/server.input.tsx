import { auth } from '@clerk/nextjs/server';
import { redirect } from 'next/navigation';

export default async function Page({ searchParams }: { searchParams: Promise<{ plan?: string }> }) {
  const { userId } = await auth();
  if (!userId) redirect('/login');
  const { plan } = await searchParams;
  if (plan === 'new') return redirect('/login?callbackUrl=/plans');
  if (plan === 'old') redirect('/register');
  return <h1>{userId}</h1>;
}
