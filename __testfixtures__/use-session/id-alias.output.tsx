import { useAuth } from '@clerk/nextjs';

declare function load(id: string): Promise<string>;

export function Loader() {
  const { userId: currentUserId } = useAuth();
  const userId = currentUserId ?? undefined;
  return <button disabled={!userId} onClick={() => userId && load(userId)} />;
}

export function Plain() {
  const { userId } = useAuth();
  if (!userId) return null;
  return <p>{userId}</p>;
}
