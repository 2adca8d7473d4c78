import { useUser } from '@clerk/nextjs';

export function Name() {
  const { user } = useUser();
  return <p>{user?.fullName}</p>;
}
