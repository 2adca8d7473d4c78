import { useUser as useClerkUser } from '@clerk/nextjs';
import { useUser } from './hooks';

export function Name({ isSignedIn }: { isSignedIn: boolean }) {
  const user = useUser();
  const { isSignedIn: isUserSignedIn, user: clerkUser } = useClerkUser();
  if (isUserSignedIn && !isUserSignedIn) return <i />;
  return (
    <b>
      {clerkUser?.fullName} {user.id} {String(isSignedIn)}
    </b>
  );
}
