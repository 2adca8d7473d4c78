import { useSession } from 'next-auth/react';

export const useCurrentSession = () => {
  const { data: session, status } = useSession();
  return { session, isPending: status === 'loading' };
};
