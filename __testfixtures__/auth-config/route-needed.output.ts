import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth';

// TODO(authjs-clerk): auth-config-in-use — the Auth.js set-up stays while code needs it
const handler = NextAuth(authOptions);

export { handler as GET, handler as POST };
