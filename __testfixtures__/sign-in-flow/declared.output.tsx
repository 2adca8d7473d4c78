'use client';

import { useClerk, useSignIn } from '@clerk/nextjs';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';

/** Comes up in the middle of a purchase. */
export function Checkout() {
  const { signIn } = useSignIn();
  const { redirectToSignIn } = useClerk();
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let result = await signIn.password({ emailAddress: email, password });
    if (!result.error && signIn.status !== 'complete') return void redirectToSignIn({ signInForceRedirectUrl: '/pay' });
    if (!result.error) result = await signIn.finalize();
    if (result.error) {
      setError(result.error.longMessage ?? result.error.message);
      return;
    }
    router.push('/pay');
  };

  return (
    <form onSubmit={submit}>
      {error && <p>{error}</p>}
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <button>Go on</button>
    </form>
  );
}
