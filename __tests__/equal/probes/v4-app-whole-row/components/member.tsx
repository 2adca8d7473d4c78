'use client';

import { useSession } from 'next-auth/react';
import type { Member } from '@/lib/types';

export default function MemberCard() {
  const { data: session, status } = useSession();
  if (status === 'loading') return <p>…</p>;
  const member = session?.user as unknown as Member | undefined;
  return <pre>{JSON.stringify(member ?? null)}</pre>;
}
