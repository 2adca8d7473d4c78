import { useUser } from '@clerk/nextjs';

export function Name() {
  const { isLoaded, user } = useUser();
  if (!isLoaded) return null;
  return (
    <p>
      {user?.fullName} {user!.primaryEmailAddress!.emailAddress}
    </p>
  );
}
