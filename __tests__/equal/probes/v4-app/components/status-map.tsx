'use client';

import { useSession } from 'next-auth/react';

const LABELS = { loading: 'one moment', authenticated: 'come in', unauthenticated: 'sign in first' };

export default function StatusMap() {
  const { status } = useSession();
  return <p>{LABELS[status]}</p>;
}
