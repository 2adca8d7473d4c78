'use client';

import { SignIn } from '@clerk/nextjs';

export default function Page() {
  return (
    <main>
      <h1>Sign in</h1>
      <SignIn routing="hash" />
    </main>
  );
}
