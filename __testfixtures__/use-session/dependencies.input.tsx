import { useEffect, useMemo } from 'react';
import { useSession } from 'next-auth/react';

declare function track(value?: string | null): void;

export function Tracker() {
  const { data: session, status } = useSession();
  useEffect(() => {
    if (session) track(session.user?.email);
  }, [session]);
  useEffect(() => {
    if (session?.user?.email) track(session.user.email);
  }, [session?.user?.email, session?.user?.name]);
  useEffect(() => {
    track('changed');
  }, [status]);
  return useMemo(() => <p>{session?.user?.name}</p>, [session]);
}
