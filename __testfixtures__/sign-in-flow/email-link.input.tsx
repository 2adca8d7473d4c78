'use client';

import { signIn } from 'next-auth/react';
import { useSearchParams } from 'next/navigation';
import * as React from 'react';
import { useForm } from 'react-hook-form';
import { toast } from '@/lib/toast';

/** Stands below an article. */
export function Newsroom() {
  const { register, handleSubmit } = useForm<{ email: string }>();
  const [isLoading, setIsLoading] = React.useState<boolean>(false);
  const searchParams = useSearchParams();

  async function onSubmit(data: { email: string }) {
    setIsLoading(true);

    const signInResult = await signIn('email', {
      email: data.email.toLowerCase(),
      redirect: false,
      callbackUrl: searchParams?.get('from') || '/dashboard',
    });

    setIsLoading(false);

    if (!signInResult?.ok) {
      return toast({ title: 'Something went wrong.' });
    }

    return toast({ title: 'Check your email' });
  }

  return (
    <form onSubmit={handleSubmit(onSubmit)}>
      <input {...register('email')} />
      <button disabled={isLoading}>Send a link</button>
    </form>
  );
}

/** Shown beside a teaser, by another provider and without a place to go to then. */
export function Teaser({ hint }: { hint: string }) {
  const [email, setEmail] = React.useState('');
  const [error, setError] = React.useState<string>();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn('resend', { email, redirect: false, redirectTo: window.location.href }).then((res) => {
          if (res?.error) setError(res.error);
          else setError('Sent');
        });
      }}
    >
      <input placeholder={hint} value={email} onChange={(event) => setEmail(event.target.value)} />
      <p>{error}</p>
    </form>
  );
}

/** Through before it shows the form: the effect stands above that. */
export function Panel({ isOpen }: { isOpen: boolean }) {
  const [sent, setSent] = React.useState(false);
  if (!isOpen) return null;
  const send = async (email: string) => {
    const result = await signIn('nodemailer', { email, redirect: false, callbackUrl: '/' });
    if (!result?.error) setSent(true);
  };
  return <button onClick={() => send('a@example.com')}>{sent ? 'Sent' : 'Send'}</button>;
}
