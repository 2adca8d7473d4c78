import { useSession } from 'next-auth/react';

declare function load(id: string): Promise<string>;

export function Loader() {
  const { data: session } = useSession();
  const userId = session?.user?.id;
  return <button disabled={!userId} onClick={() => userId && load(userId)} />;
}

export function Plain() {
  const { data: session } = useSession();
  const userId = session?.user?.id;
  if (!userId) return null;
  return <p>{userId}</p>;
}
