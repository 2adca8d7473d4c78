'use client';

import { useSession } from 'next-auth/react';

const FIELDS = ['name', 'email'] as const;

export default function KeyAccess() {
  const { data: session } = useSession();
  return (
    <ul>
      {FIELDS.map((field) => (
        <li key={field}>{session?.user[field] ?? '-'}</li>
      ))}
    </ul>
  );
}
