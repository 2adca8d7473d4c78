'use client';

import { useSession } from 'next-auth/react';

export default function PlanBadge() {
  const { data: session, status } = useSession();
  if (status === 'loading') return null;
  return <p>{session?.user.plan === 'pro' ? 'Pro' : session ? 'Free' : 'Guest'}</p>;
}
