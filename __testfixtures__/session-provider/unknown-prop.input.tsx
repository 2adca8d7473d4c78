import * as NextAuth from 'next-auth/react';

export const element = <NextAuth.SessionProvider staleTime={0}>x</NextAuth.SessionProvider>;
