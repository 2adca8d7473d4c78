'use client';

import { SignInButton } from '@clerk/nextjs';

export function Corner({ signIn }: { signIn: (id: string, options: object) => Promise<{ error?: string }> }) {
  const submit = async (email: string, password: string) => {
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result.error) alert('No');
  };
  return <button onClick={() => submit('a', 'b')}>Enter</button>;
}

export const Start = () => <SignInButton><button>Start</button></SignInButton>;
