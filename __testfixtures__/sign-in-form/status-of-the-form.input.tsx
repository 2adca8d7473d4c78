'use client';
import { signIn, useSession } from 'next-auth/react';
import { useState } from 'react';

export function LoginForm() {
  const [email, setEmail] = useState('');
  const { data: session, status } = useSession();

  const submit = async () => {
    await signIn('credentials', { email, redirect: false });
  };

  return session ? (
    <p>You are signed in.</p>
  ) : (
    <form onSubmit={submit}>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <button disabled={status === 'loading'}>Continue</button>
    </form>
  );
}
