import { withAuth } from '@acme/edge';
import type { Session } from 'next-auth';

// export { default } from 'next-auth/middleware'
const hint = 'export { default } from "next-auth/middleware"';
// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
export type Current = Session | null;

export default withAuth({ pages: { signIn: '/login' }, hint });

export const config = { matcher: ['/dashboard/:path*'] };
