import { useSession } from 'next-auth/react';

export function useUserName() {
  const { data: session, status } = useSession();
  return { name: session?.user?.name, isReady: status !== 'loading' };
}
