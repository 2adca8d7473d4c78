'use client';

import { signIn } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

/** Somebody who is signed in says who they are once more. */
export function AccountSettings({ email }: { email: string }) {
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

/** An account is made first, of which Clerk knows nothing. */
export function Newcomer() {
  const router = useRouter();
  const submit = async (data: FormData) => {
    await fetch('/api/people', { method: 'POST', body: data });
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    const result = await signIn('credentials', { email: data.get('email'), password: 'x', redirect: false });
    if (result?.ok) router.push('/');
  };
  return <form action={submit} />;
}

/** What else is read. */
export function Corner() {
  const router = useRouter();
  const byAddress = async (email: string, password: string) => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.ok) router.push(result.url!);
  };
  const byName = async (email: string, password: string) => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.error === 'CredentialsSignin') alert('No');
  };
  const unread = async (email: string, password: string) => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    await signIn('credentials', { email, password, redirect: false });
    router.push('/');
  };
  const withCode = async (email: string, password: string, code: string) => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    const result = await signIn('credentials', { email, password, code, redirect: false });
    if (result?.error) alert('No');
  };
  const shown = async (email: string, password: string) => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.ok) return;
    alert(result?.error);
  };
  return (
    <p>
      <button onClick={() => byAddress('a', 'b')}>1</button>
      <button onClick={() => byName('a', 'b')}>2</button>
      <button onClick={() => unread('a', 'b')}>3</button>
      <button onClick={() => withCode('a', 'b', 'c')}>4</button>
      <button onClick={() => shown('a', 'b')}>5</button>
    </p>
  );
}

/** No form. */
export function Preview({ email, password }: { email: string; password: string }) {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    void signIn('credentials', { email, password, redirect: false }).then((result) => {
      if (result?.error) setFailed(true);
    });
  }, [email, password]);
  return <p>{failed && 'No'}</p>;
}
