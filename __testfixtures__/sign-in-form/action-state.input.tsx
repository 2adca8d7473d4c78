'use client';

import { useActionState, useEffect, useState } from 'react';
import { send } from '@/actions';
import { AuthForm } from './auth-form';
import { toast } from './toast';

export default function Page() {
  const [email, setEmail] = useState('');
  const [isDone, setIsDone] = useState(false);
  const [state, formAction] = useActionState(send, { sent: false });

  useEffect(() => {
    if (state?.sent) {
      setIsDone(true);
      toast('It is on its way');
    }
  }, [state?.sent]);

  const handleSubmit = (data: FormData) => {
    setEmail(String(data.get('email')));
    formAction(data);
  };

  return (
    <main>
      <h1>Sign in</h1>
      <AuthForm action={handleSubmit} email={email}>
        <button disabled={isDone}>Send me a link</button>
      </AuthForm>
    </main>
  );
}
