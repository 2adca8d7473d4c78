'use client';

import { useSearchParams } from 'next/navigation';
import { useState, useTransition } from 'react';
import { login } from '@/actions';
import { Card } from './card';

export const LoginForm = () => {
  const params = useSearchParams();
  const next = params.get('callbackUrl');
  const [error, setError] = useState<string | undefined>('');
  const [isPending, startTransition] = useTransition();

  const onSubmit = (data: FormData) => {
    startTransition(() => {
      void login(Object.fromEntries(data), next).then((result) => setError(result.error));
    });
  };

  return (
    <Card title="Welcome back">
      <form action={onSubmit}>
        <input name="email" disabled={isPending} />
        <input name="password" type="password" disabled={isPending} />
        <p>{error}</p>
        <button>Sign in</button>
      </form>
    </Card>
  );
};
