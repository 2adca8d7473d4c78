'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';

export default function SignInCard() {
  const [step, setStep] = useState<'form' | 'sent'>('form');
  const [isBusy, setIsBusy] = useState(false);
  const [isSent, setIsSent] = useState(false);

  const send = async (data: FormData) => {
    setIsBusy(true);
    await signIn('email', { email: String(data.get('email')), redirect: false });
    setIsBusy(false);
    setIsSent(true);
    setStep('sent');
  };

  if (step === 'sent') return <p>It is on its way.</p>;

  return (
    <section>
      <h2>Sign in</h2>
      {isSent ? (
        <p>Look into your mail.</p>
      ) : (
        <form action={send}>
          <input name="email" />
          <button>Send</button>
        </form>
      )}
      {isBusy && <progress />}
    </section>
  );
}
