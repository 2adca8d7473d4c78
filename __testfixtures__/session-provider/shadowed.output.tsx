import { ClerkProvider } from '@clerk/nextjs';

export function Outer({ SessionProvider }: { SessionProvider: () => null }) {
  return <SessionProvider />;
}

export function Inner() {
  return <ClerkProvider>text</ClerkProvider>;
}
