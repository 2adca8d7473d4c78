import { useSession } from 'next-auth/react';

export function useFlags(a: boolean | undefined) {
  const { status } = useSession();
  const b = a ?? status === 'unauthenticated';
  const c = (status !== 'unauthenticated').toString();
  const d = !(status === 'unauthenticated');
  const e = `${status === 'unauthenticated'}`;
  return [b, c, d, e, typeof (status === 'unauthenticated')];
}
