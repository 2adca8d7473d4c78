import { signIn, useSession } from 'next-auth/react';
import { useRouter } from 'next/router';
import { useEffect } from 'react';

export default function Login() {
  const { status } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (status === 'authenticated') void router.push('/');
  }, [router, status]);
  return <button onClick={() => signIn('github', { callbackUrl: '/' })}>Continue with GitHub</button>;
}
