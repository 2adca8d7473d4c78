import { useEffect } from 'react';
import { useAuth } from '@clerk/nextjs';

export function Gate({ go }: { go: () => void }) {
  const { isLoaded, isSignedIn } = useAuth();
  const isAuthed: boolean = !!isSignedIn;
  const maybe: boolean = !isLoaded || isSignedIn;
  const text = !isLoaded || isAuthed ? 'a' : 'b';
  useEffect(() => {
    if (isSignedIn) go();
  }, [isSignedIn, go]);
  useEffect(() => {
    if (isLoaded && !isSignedIn) go();
  }, [isLoaded, isSignedIn, go]);
  return (
    <p title={text} hidden={!isSignedIn}>
      {isLoaded && <b>{String(maybe)}</b>}
    </p>
  );
}
