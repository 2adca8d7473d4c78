'use client';

import { useSession } from 'next-auth/react';
import { Card } from '@/parts/card';

export default function UndefinedHandedOn() {
  const { data: session } = useSession();
  if (session === undefined) return <p>asking</p>;
  return <Card session={session} />;
}
