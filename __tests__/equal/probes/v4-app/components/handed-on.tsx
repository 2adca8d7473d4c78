'use client';

import { useSession } from 'next-auth/react';
import { Card } from '@/parts/card';

export default function HandedOn() {
  const { data: session } = useSession();
  return <Card session={session} />;
}
