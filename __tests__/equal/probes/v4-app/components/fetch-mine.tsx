'use client';

import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function FetchMine() {
  const { data: session, status } = useSession();
  const [titles, setTitles] = useState<string[]>([]);
  useEffect(() => {
    if (!session) return;
    const load = async () => {
      const response = await fetch('/api/notes');
      const notes = (await response.json()) as { title: string }[];
      setTitles(notes.map(({ title }) => title));
    };
    void load();
  }, [session]);
  if (status === 'unauthenticated') return <p>nothing to see</p>;
  return <p>{titles.join(', ')}</p>;
}
