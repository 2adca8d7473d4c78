import { useSession } from 'next-auth/react';

export function useMyName() {
  const { data, status } = useSession();
  if (status !== 'authenticated') return undefined;
  return data.user?.name;
}

export const useMine = () => useSession();
export const useUserOf = () => useSession().data?.user;

export function useWhole() {
  const { data } = useSession();
  return data?.user;
}

export type Result = ReturnType<typeof useSession>;
