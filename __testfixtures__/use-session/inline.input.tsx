import { useEffect } from 'react';
import { useSession } from 'next-auth/react';

export function Spinner() {
  const isLoading = useSession().status === 'loading';
  return isLoading ? <i>…</i> : null;
}

export function Name() {
  return <b>{useSession().data?.user?.name}</b>;
}

export function Gate({ children }: { children: React.ReactNode }) {
  const status = useSession().status;
  useEffect(() => {
    if (status === 'unauthenticated') location.assign('/login');
  }, [status]);
  return status === 'authenticated' ? children : null;
}

export function Card() {
  const user = useSession().data?.user;
  if (!user) return <p>nobody</p>;
  return <p>{user.email}</p>;
}

export function Both() {
  const isOut = useSession().status === 'unauthenticated';
  return isOut ? <p>out</p> : <p>{useSession().data?.user?.image ?? ''}</p>;
}
