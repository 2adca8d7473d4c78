import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface Session {
    user: DefaultSession['user'] & { id: string; plan: string; initials: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    plan?: string;
  }
}
