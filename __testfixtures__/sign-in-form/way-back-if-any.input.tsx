import { signIn } from 'next-auth/react';
import { useRouter } from 'next/router';
import { useState } from 'react';

export default function LoginForm() {
  const router = useRouter();
  const { query } = useRouter();
  const [name, setName] = useState('');
  const next = query.callbackUrl;

  const submit = async () => {
    const result = await signIn('credentials', { name, redirect: false });
    if (!result?.ok) return;
    if (next) {
      router.replace(next.toString());
    }
  };

  return (
    <form onSubmit={submit}>
      <input value={name} onChange={(event) => setName(event.target.value)} />
      <button>Log in</button>
    </form>
  );
}
