'use client';

import { useClerk } from '@clerk/nextjs';
import { signIn } from 'next-auth/react';
import { useState } from 'react';

/** One handler for both. */
export default function Page() {
  const { signOut } = useClerk();
  const [email, setEmail] = useState('');
  const change = async (isIn: boolean) => {
    if (isIn) return signOut();
    // TODO(authjs-clerk): sign-in-form — this form sends a link or a code; <SignIn routing="hash"/> takes its place, or signIn.emailLink.sendLink({ emailAddress, verificationUrl }) or signIn.emailCode.sendCode({ emailAddress }) of useSignIn()
    await signIn('email', { email });
  };
  return (
    <main>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <button onClick={() => change(false)}>In</button>
      <button onClick={() => change(true)}>Out</button>
    </main>
  );
}
