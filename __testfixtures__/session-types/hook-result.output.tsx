import type { useSession as useClerkSession } from '@/lib/clerk-session-client';
import { useSession } from 'next-auth/react';

const mayEdit = (session: ReturnType<typeof useClerkSession>): boolean => session.data?.user?.email === 'ada@example.com';

export function useMayEdit(given?: ReturnType<typeof useClerkSession> | null) {
  // TODO(authjs-clerk): session-escapes — the result of useSession() is handed on
  const session = useSession();
  return mayEdit(given ?? session);
}
