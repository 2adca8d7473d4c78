'use client';

import { useUserName } from '@/hooks/use-user-name';

export default function OwnHook() {
  const { name, isReady } = useUserName();
  return <p>{isReady ? (name ?? 'no name') : 'soon'}</p>;
}
