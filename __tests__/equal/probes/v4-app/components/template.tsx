'use client';

import { useSession } from 'next-auth/react';

export default function Template() {
  const { data: session } = useSession();
  const subject = `Note from ${session?.user?.name ?? 'a visitor'}`;
  return (
    <a href={`mailto:team@example.com?subject=${encodeURIComponent(subject)}`}>{session ? 'Write to us' : 'Write'}</a>
  );
}
