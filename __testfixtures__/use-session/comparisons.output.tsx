import { useUser } from '@clerk/nextjs';

export function States({ force }: { force: boolean }) {
  const { isLoaded, user } = useUser();
  if (!isLoaded) return <p>loading</p>;
  if (isLoaded && !user && !force) return <p>out</p>;
  if (!user) return <p>none</p>;
  return <p>{user.fullName}</p>;
}
