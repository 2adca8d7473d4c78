import { type SessionContextValue, useSession } from 'next-auth/react';

const mayEdit = (session: SessionContextValue): boolean => session.data?.user?.email === 'ada@example.com';

export function useMayEdit(given?: SessionContextValue | null) {
  const session = useSession();
  return mayEdit(given ?? session);
}
