import { SessionProvider, type SessionProviderProps } from 'next-auth/react';

// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export function Providers(props: SessionProviderProps) {
  // TODO(authjs-clerk): session-provider-spread — its props come from a spread
  return <SessionProvider {...props} />;
}
