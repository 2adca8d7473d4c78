import 'next-auth';

declare module 'next-auth' {
  interface Session {
    userId: string;
    permissions: string[];
    organization: { name: string; plan: string };
  }
}
