import { useSession } from 'next-auth/react';

export default function Client() {
  const { data, status } = useSession();
  return <p>{status === 'loading' ? 'loading' : (data?.user?.email ?? 'nobody')}</p>;
}
