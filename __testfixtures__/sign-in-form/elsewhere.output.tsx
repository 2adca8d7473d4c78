'use client';

import { useClerk } from '@clerk/nextjs';
import { signIn } from 'next-auth/react';
import { useEffect, useState } from 'react';

/** Asks for the password once more. */
export function DeleteAccountForm({ email }: { email: string }) {
  const [password, setPassword] = useState('');
  const submit = async () => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
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
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    void signIn('credentials', { token });
  }, [token]);
  return <p>One moment</p>;
}

/** One handler for both. */
export function LoginSwitch() {
  const { signOut } = useClerk();
  // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
  const change = (isIn: boolean, password: string) =>
    isIn ? signOut({ redirectUrl: '/' }) : signIn('credentials', { password });
  return (
    <p>
      <button onClick={() => change(true, '')}>Out</button>
      <button onClick={() => change(false, 'secret')}>In</button>
    </p>
  );
}

/** Where it leads is known only then. */
export function LoginForm() {
  // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
  const submit = (data: FormData) =>
    void signIn('credentials', { password: data.get('password'), callbackUrl: String(data.get('next')) });
  return (
    <form action={submit}>
      <input name="password" />
    </form>
  );
}
