'use client';

import { SignIn } from '@clerk/nextjs';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';

export function UserAuthForm({ className }: { className?: string }) {
  const searchParams = useSearchParams();

  return (
    <div className={className}>
      <h1>Welcome</h1>
      <SignIn routing="hash" fallbackRedirectUrl={searchParams.get('from') ?? '/board'} />
      <Link href="/register">No account yet?</Link>
    </div>
  );
}
