'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';

/** Where it leads is known only then. */
export default function Page() {
  const [failed, setFailed] = useState(false);
  const submit = async (data: FormData) => {
    const result = await signIn('credentials', {
      email: data.get('email'),
      password: data.get('password'),
      callbackUrl: String(data.get('next')),
      redirect: false,
    });
    if (result?.error) setFailed(true);
  };
  return (
    <form action={submit}>
      <input name="email" />
      <input name="password" />
      {failed && <p>No</p>}
    </form>
  );
}
