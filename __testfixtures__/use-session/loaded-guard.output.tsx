import { useAuth, useUser } from '@clerk/nextjs';

export function Guarded() {
  const { isLoaded, isSignedIn, user } = useUser();
  if (!isLoaded) return <i>…</i>;
  if (!isSignedIn) return <p>out</p>;
  return <p>{user?.fullName}</p>;
}

export function Early() {
  const { isLoaded, isSignedIn } = useAuth();
  const isOut = isLoaded && !isSignedIn;
  if (!isLoaded) return null;
  const enabled = !!isSignedIn && isOut;
  return <p>{String(enabled && !!isSignedIn)}</p>;
}

export function Chain() {
  const { isLoaded, isSignedIn } = useAuth();
  return (
    <>
      {isSignedIn && <p>in</p>}
      {isLoaded && !isSignedIn && <p>out</p>}
    </>
  );
}

export function Nested() {
  const { isLoaded, isSignedIn } = useAuth();
  return !isLoaded ? null : !isSignedIn ? <p>out</p> : <p>in</p>;
}
