import { useCurrentSession } from './use-current-session';

export function useOwnership(ownerId: string) {
  const { session } = useCurrentSession();
  return session?.user.id === ownerId;
}
