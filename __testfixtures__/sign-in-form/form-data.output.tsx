import { redirect } from 'next/navigation';
import { SignIn } from '@clerk/nextjs';
import { auth } from '@clerk/nextjs/server';

export default async function Page() {
  const { isAuthenticated } = await auth();
  if (isAuthenticated) redirect('/desk');

  return (
    <main>
      <h1>Sign in</h1>
      <SignIn routing="hash" />
    </main>
  );
}
