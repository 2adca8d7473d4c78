'use client';

import { SignIn } from '@clerk/nextjs';

export default function SignInCard() {
  return (
    <section>
      <h2>Sign in</h2>
      <SignIn routing="hash" />
    </section>
  );
}
