'use client';

import { useCurrentSession } from '@/hooks/use-current-session';

export default function HookWhole() {
  const { session, isPending } = useCurrentSession();
  if (isPending) return <p>pending</p>;
  return <p>{session?.user.id ?? 'nobody'}</p>;
}
