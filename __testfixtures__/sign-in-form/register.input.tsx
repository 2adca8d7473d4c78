'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { createAccount } from './api';

export function RegisterForm() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const submit = async () => {
    await createAccount({ email, password });
    await signIn('credentials', { email, password, callbackUrl: '/start' });
  };

  return (
    <form action={submit}>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <input value={password} onChange={(event) => setPassword(event.target.value)} />
      <button>Create my account</button>
    </form>
  );
}
