'use client';

import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

function useNotes(enabled: boolean, key: string | undefined) {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (!enabled) return;
    void fetch('/api/notes')
      .then((response) => response.json())
      .then((notes: unknown[]) => setCount(notes.length));
  }, [enabled, key]);
  return count;
}

export default function QueryEnabled() {
  const { status, data } = useSession();
  const count = useNotes(status === 'authenticated', data?.user.id);
  return <p>{count ?? 'unknown'}</p>;
}
