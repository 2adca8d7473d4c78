import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    user: { id: string; isAdmin: boolean; plan: string } & NonNullable<DefaultSession['user']>;
  }

  interface User {
    role: string;
    plan: string;
  }
}
