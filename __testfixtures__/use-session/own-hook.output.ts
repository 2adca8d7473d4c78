import { useSession } from 'next-auth/react';
import { useUser } from '@clerk/nextjs';

export function useMyName() {
  const { isSignedIn, user } = useUser();
  if (!isSignedIn) return undefined;
  return user.fullName;
}

// TODO(authjs-clerk): session-escapes — the result of useSession() is used where it is asked for; take it apart first
export const useMine = () => useSession();
// TODO(authjs-clerk): session-escapes — the result of useSession() is used where it is asked for; take it apart first
export const useUserOf = () => useSession().data?.user;

export function useWhole() {
  // TODO(authjs-clerk): session-escapes — the user is handed on whole
  const { data } = useSession();
  return data?.user;
}

// TODO(authjs-clerk): session-call-as-value — useSession is handed on as a value
export type Result = ReturnType<typeof useSession>;
