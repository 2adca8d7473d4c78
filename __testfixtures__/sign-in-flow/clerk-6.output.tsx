'use client';

import { signIn } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';

/** Comes up in the middle of a purchase. */
export function Checkout() {
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    const result = await signIn('credentials', { redirect: false, email, password });
    if (result?.error) {
      setError(result.error);
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
