import { SessionProvider } from './session';
import { SessionContext } from 'next-auth/react';

// <SessionProvider> of next-auth
export const element = <SessionProvider session={null}>{String(SessionContext)}</SessionProvider>;
