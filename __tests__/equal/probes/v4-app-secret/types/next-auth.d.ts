import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  /** What a role opens. */
  interface Doors {
    board: boolean;
  }
  type Door = keyof Doors;

  interface Session {
    refreshToken?: string;
    user: { role: 'user' | 'admin' } & DefaultSession['user'];
  }
}
