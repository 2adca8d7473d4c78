import { useSession } from 'next-auth/react';
import { useRouter } from 'next/router';
import { useEffect } from 'react';

export default function AdminOnly() {
  const { data: session, status } = useSession();
  const router = useRouter();
  useEffect(() => {
    if (status !== 'loading' && !session?.user?.isAdmin) void router.push('/');
  }, [session, status, router]);
  return session?.user?.isAdmin ? <p>the keys</p> : null;
}
