'use client';

import { useForm } from 'react-hook-form';
import { zodResolver } from '@hookform/resolvers/zod';
import { signIn } from 'next-auth/react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from './button';
import { toast } from './toast';

const schema = z.object({ email: z.string().email() });
type Values = z.infer<typeof schema>;

interface EmailFieldProps {
  error?: string | undefined;
}

function EmailField({ error }: EmailFieldProps) {
  return <p>{error}</p>;
}

export function UserAuthForm({ className }: { className?: string }) {
  const { register, handleSubmit, formState } = useForm<Values>({ resolver: zodResolver(schema) });
  const [isLoading, setIsLoading] = useState(false);
  const searchParams = useSearchParams();

  // Sends the link.
  async function onSubmit({ email }: Values) {
    setIsLoading(true);
    const result = await signIn('email', {
      email,
      redirect: false,
      callbackUrl: searchParams.get('from') ?? '/board',
    });
    setIsLoading(false);
    toast(result?.ok ? 'Look into your mail' : 'That did not work');
  }

  return (
    <div className={className}>
      <h1>Welcome</h1>
      <form onSubmit={handleSubmit(onSubmit)}>
        <input type="email" disabled={isLoading} {...register('email')} />
        <EmailField error={formState.errors.email?.message} />
        <Button>Send a link</Button>
      </form>
      <hr />
      <button type="button" disabled={isLoading} onClick={() => signIn('github')}>
        GitHub
      </button>
      <Link href="/register">No account yet?</Link>
    </div>
  );
}
