import type { SessionContextValue } from 'next-auth/react';
import type { useSession } from '@/lib/clerk-session-client';

export type Status = ReturnType<typeof useSession>['status'];
// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export type Asked = SessionContextValue<true>;
