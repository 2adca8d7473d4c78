import { SessionProvider } from 'next-auth/react';

export function Outer({ SessionProvider }: { SessionProvider: () => null }) {
  return <SessionProvider />;
}

export function Inner() {
  return <SessionProvider>text</SessionProvider>;
}
