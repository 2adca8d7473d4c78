import { useUser } from '@clerk/nextjs';

export function Name() {
  return <p>name</p>;
}

export function Other() {
  const { user } = useUser();
  return <p>{user?.fullName}</p>;
}
