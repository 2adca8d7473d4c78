'use client';

import { useSession } from 'next-auth/react';

export default function AvatarFallback() {
  const { data: session } = useSession();
  return <img src={session?.user?.image ?? '/nobody.png'} alt={session?.user?.name ?? 'nobody'} />;
}
