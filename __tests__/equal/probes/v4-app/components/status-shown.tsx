'use client';

import { useSession } from 'next-auth/react';

export default function StatusShown() {
  const { status } = useSession();
  return <p data-status={status}>{status}</p>;
}
