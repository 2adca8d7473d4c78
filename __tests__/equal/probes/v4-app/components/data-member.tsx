'use client';

import { useSession } from 'next-auth/react';

export default function DataMember() {
  const session = useSession().data;
  return <p>{session?.user?.email ?? 'none'}</p>;
}
