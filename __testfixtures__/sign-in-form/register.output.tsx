'use client';

import { SignUp } from '@clerk/nextjs';

export function RegisterForm() {
  return <SignUp routing="hash" signInUrl="/login" forceRedirectUrl="/start" />;
}
