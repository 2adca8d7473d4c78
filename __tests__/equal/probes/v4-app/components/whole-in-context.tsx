'use client';

import type { Session } from 'next-auth';
import { useSession } from 'next-auth/react';
import { createContext, useContext } from 'react';

const SessionValue = createContext<Session | null>(null);

function Who() {
  const session = useContext(SessionValue);
  return <p>{session?.user.name ?? session?.user.email ?? 'nobody'}</p>;
}

export default function WholeInContext() {
  const { data: session } = useSession();
  return (
    <SessionValue.Provider value={session}>
      <Who />
    </SessionValue.Provider>
  );
}
