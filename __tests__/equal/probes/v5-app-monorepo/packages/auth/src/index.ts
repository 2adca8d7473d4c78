import NextAuth from 'next-auth';
import { cache } from 'react';
import { authConfig } from './config';

export type { Session } from 'next-auth';

const { handlers, auth: defaultAuth, signIn, signOut } = NextAuth(authConfig);

/** The session of this request, asked for once. */
const auth = cache(defaultAuth);

export { auth, handlers, signIn, signOut };
