'use client';

import { signIn } from 'next-auth/react';

export function Corner({ signIn }: { signIn: (id: string, options: object) => Promise<{ error?: string }> }) {
  const submit = async (email: string, password: string) => {
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result.error) alert('No');
  };
  return <button onClick={() => submit('a', 'b')}>Enter</button>;
}

export const Start = () => <button onClick={() => signIn()}>Start</button>;
