'use client';

import { useSearchParams } from 'next/navigation';
import { SignIn } from '@clerk/nextjs';
import { HOME } from '@/routes';
import { Card } from './card';

export const LoginForm = () => {
  const params = useSearchParams();
  const next = params.get('callbackUrl');

  return (
    <Card title="Welcome back">
      <SignIn routing="hash" fallbackRedirectUrl={next || HOME} />
    </Card>
  );
};
