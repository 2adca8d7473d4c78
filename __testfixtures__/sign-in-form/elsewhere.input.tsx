'use client';

import { signIn, signOut } from 'next-auth/react';
import { useEffect, useState } from 'react';

/** Asks for the password once more. */
export function DeleteAccountForm({ email }: { email: string }) {
  const [password, setPassword] = useState('');
  const submit = async () => {
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.ok) await fetch('/api/me', { method: 'DELETE' });
  };
  return (
    <form action={submit}>
      <input value={password} onChange={(event) => setPassword(event.target.value)} />
    </form>
  );
}

/** Signs in by itself. */
export function LoginByToken({ token }: { token: string }) {
  useEffect(() => {
    void signIn('credentials', { token });
  }, [token]);
  return <p>One moment</p>;
}

/** One handler for both. */
export function LoginSwitch() {
  const change = (isIn: boolean, password: string) =>
    isIn ? signOut({ callbackUrl: '/' }) : signIn('credentials', { password });
  return (
    <p>
      <button onClick={() => change(true, '')}>Out</button>
      <button onClick={() => change(false, 'secret')}>In</button>
    </p>
  );
}

/** Where it leads is known only then. */
export function LoginForm() {
  const submit = (data: FormData) =>
    void signIn('credentials', { password: data.get('password'), callbackUrl: String(data.get('next')) });
  return (
    <form action={submit}>
      <input name="password" />
    </form>
  );
}
