import { useUser } from '@clerk/nextjs';

export function Company() {
  const { user } = useUser();
  return <p>{user?.publicMetadata.company}</p>;
}
