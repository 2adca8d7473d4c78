'use client';

import { signIn, useSession } from 'next-auth/react';
import { useState } from 'react';

export default function Teaser() {
  const { data: session } = useSession();
  const [text, setText] = useState('');
  const goal = `/notes?from=${session?.user?.email ?? 'nobody'}`;
  const send = async (email: string) => {
    const result = await signIn('email', { email, redirect: false, callbackUrl: goal });
    if (result?.error) setText('No link');
    else setText(`Sent to ${email}`);
  };
  return (
    <div>
      {session?.user?.email} {text}
      <button onClick={() => send('ada@example.com').catch(() => setText('No way'))}>Link</button>
      <button onClick={() => send('ada@banned.example').catch(() => setText('No way'))}>No link</button>
    </div>
  );
}
