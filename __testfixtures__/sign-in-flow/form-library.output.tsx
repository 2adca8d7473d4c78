'use client';

import { useClerk, useSignIn } from '@clerk/nextjs';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from './toast';

interface Values {
  email: string;
  password: string;
}

export const WelcomePanel = () => {
  const { signIn } = useSignIn();
  const { redirectToSignIn } = useClerk();
  const router = useRouter();
  const { register, handleSubmit } = useForm<Values>();
  const submit = useCallback(
    async (values: Values) => {
      let response = await signIn.password({
        emailAddress: values.email.toLowerCase(),
        password: values.password,
      });
      if (!response.error && signIn.status !== 'complete') return void redirectToSignIn();
      if (!response.error) response = await signIn.finalize();
      if (response.error) toast.error(`No: ${response.error.longMessage ?? response.error.message}`);
      else router.refresh();
    },
    [router, signIn, redirectToSignIn],
  );
  return (
    <form onSubmit={handleSubmit(submit)}>
      <input {...register('email')} />
      <input type="password" {...register('password')} />
      <button>Enter</button>
    </form>
  );
};
