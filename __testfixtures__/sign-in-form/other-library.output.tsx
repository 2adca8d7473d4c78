import { signIn } from './own-auth';
import { useState } from 'react';

export function LoginForm() {
  const [email, setEmail] = useState('');
  return (
    <form onSubmit={() => signIn('email', { email, redirect: false })}>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
    </form>
  );
}
