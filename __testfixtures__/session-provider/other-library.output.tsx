import { SessionProvider } from './session';
import { SessionContext } from 'next-auth/react';

// <SessionProvider> of next-auth
// TODO(authjs-clerk): session-context — Auth.js’s React context; Clerk’s hooks take its place
export const element = <SessionProvider session={null}>{String(SessionContext)}</SessionProvider>;
