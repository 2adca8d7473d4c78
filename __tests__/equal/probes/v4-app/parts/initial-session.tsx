'use client';

import type { Session } from 'next-auth';
import { createContext, useContext, type ReactNode } from 'react';

const Context = createContext<Session | null>(null);

export const InitialSession = ({ value, children }: { value: Session | null; children: ReactNode }) => (
  <Context.Provider value={value}>{children}</Context.Provider>
);

export function WhoIsThere() {
  const session = useContext(Context);
  return <p>{session ? (session.user.name ?? session.user.email) : 'nobody'}</p>;
}
