'use client';

import { signIn, type SignInResponse } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from './toast';

interface Values {
  email: string;
  password: string;
}

export const WelcomePanel = () => {
  const router = useRouter();
  const { register, handleSubmit } = useForm<Values>();
  const submit = useCallback(
    async (values: Values) => {
      const response: SignInResponse | undefined = await signIn('credentials', {
        redirect: false,
        email: values.email.toLowerCase(),
        password: values.password,
      });
      if (!response?.ok) toast.error(`No: ${response!.error}`);
      else router.refresh();
    },
    [router],
  );
  return (
    <form onSubmit={handleSubmit(submit)}>
      <input {...register('email')} />
      <input type="password" {...register('password')} />
      <button>Enter</button>
    </form>
  );
};
