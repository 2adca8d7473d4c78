import { useEffect } from 'react';
import { useSession } from 'next-auth/react';
import { useAuth, useUser } from '@clerk/nextjs';

export function Spinner() {
  const isLoading = !useAuth().isLoaded;
  return isLoading ? <i>…</i> : null;
}

export function Name() {
  return <b>{useUser().user?.fullName}</b>;
}

export function Gate({ children }: { children: React.ReactNode }) {
  const { isLoaded, isSignedIn } = useAuth();
  useEffect(() => {
    if (isLoaded && !isSignedIn) location.assign('/login');
  }, [isLoaded, isSignedIn]);
  return isSignedIn ? children : null;
}

export function Card() {
  const { user } = useUser();
  if (!user) return <p>nobody</p>;
  return <p>{user.primaryEmailAddress?.emailAddress}</p>;
}

export function Both() {
  // TODO(authjs-clerk): session-escapes — the result of useSession() is used where it is asked for; take it apart first
  const isOut = useSession().status === 'unauthenticated';
  // TODO(authjs-clerk): session-escapes — the result of useSession() is used where it is asked for; take it apart first
  return isOut ? <p>out</p> : <p>{useSession().data?.user?.image ?? ''}</p>;
}
