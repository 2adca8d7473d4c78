'use client';

import { useCurrentUser } from '@/hooks/use-current-user';

export default function HookCurrentUser() {
  const user = useCurrentUser();
  return <p>{user ? `${user.name ?? 'unnamed'} ${user.id}` : 'nobody'}</p>;
}
