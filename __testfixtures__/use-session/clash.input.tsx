import { useSession } from 'next-auth/react';
import { useUser } from './hooks';

export function Name({ isSignedIn }: { isSignedIn: boolean }) {
  const user = useUser();
  const { data: session, status } = useSession();
  if (status === 'authenticated' && !session) return <i />;
  return (
    <b>
      {session?.user?.name} {user.id} {String(isSignedIn)}
    </b>
  );
}
