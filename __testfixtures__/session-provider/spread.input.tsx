import { SessionProvider, type SessionProviderProps } from 'next-auth/react';

export function Providers(props: SessionProviderProps) {
  return <SessionProvider {...props} />;
}
