'use client';
import { SignIn } from '@clerk/nextjs';
import { useSearchParams } from 'next/navigation';

export default function LoginForm() {
  const next = useSearchParams().get('callbackUrl') || '/desk';
  return <SignIn routing="hash" fallbackRedirectUrl={next} />;
}
