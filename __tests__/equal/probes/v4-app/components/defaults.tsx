'use client';

import { useSession } from 'next-auth/react';

export default function Defaults() {
  const { data: session = null } = useSession();
  const { name = 'unknown', email: mail = 'unknown' } = session?.user ?? {};
  return (
    <p>
      {String(name)} {mail}
    </p>
  );
}
