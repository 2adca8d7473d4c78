import { useUser } from '@clerk/nextjs';

export const Name = ({ user }: { user: string }) => {
  const { isLoaded, isSignedIn, user: clerkUser } = useUser();
  if (isLoaded && !isSignedIn) return <p>{user}</p>;
  return <p>{clerkUser?.fullName}</p>;
};
