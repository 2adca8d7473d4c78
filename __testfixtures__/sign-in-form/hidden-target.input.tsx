'use client';
import { useActionState } from 'react';
import { useSearchParams } from 'next/navigation';
import { authenticate } from '@/lib/actions';

export default function LoginForm() {
  const next = useSearchParams().get('callbackUrl') || '/desk';
  const [message, action, pending] = useActionState(authenticate, undefined);
  return (
    <form action={action}>
      <input type="email" name="email" required />
      <input type="password" name="password" required />
      <input type="hidden" name="redirectTo" value={next} />
      <button aria-disabled={pending}>Log in</button>
      {message && <p>{message}</p>}
    </form>
  );
}
