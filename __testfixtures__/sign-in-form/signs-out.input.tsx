'use client';

import { signIn, signOut } from 'next-auth/react';
import { useState } from 'react';

/** One handler for both. */
export default function Page() {
  const [email, setEmail] = useState('');
  const change = async (isIn: boolean) => {
    if (isIn) return signOut();
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
