import * as NextAuth from 'next-auth/react';

// TODO(authjs-clerk): session-provider-prop — Clerk’s provider has no prop staleTime
export const element = <NextAuth.SessionProvider staleTime={0}>x</NextAuth.SessionProvider>;
