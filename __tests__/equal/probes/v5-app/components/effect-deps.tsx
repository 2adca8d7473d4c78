'use client';

import { useSession } from 'next-auth/react';
import { useEffect, useRef, useState } from 'react';

export default function EffectDeps() {
  const { data: session } = useSession();
  const runs = useRef(0);
  const [seen, setSeen] = useState<string[]>([]);
  useEffect(() => {
    runs.current += 1;
    setSeen((all) => [...all, session?.user?.email ?? 'nobody']);
  }, [session?.user?.email]);
  return <p>{seen.join(' then ')}</p>;
}
