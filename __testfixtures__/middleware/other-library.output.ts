import { withAuth } from '@acme/edge';
import type { Session } from '@/lib/clerk-session';

// export { default } from 'next-auth/middleware'
const hint = 'export { default } from "next-auth/middleware"';
export type Current = Session | null;

export default withAuth({ pages: { signIn: '/login' }, hint });

export const config = { matcher: ['/dashboard/:path*'] };
