import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    user: DefaultSession['user'] & {
      id: string;
      /** Declared, and put there by nobody. */
      teams: { id: string }[];
    };
  }
}
