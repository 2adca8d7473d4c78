import NextAuth from 'next-auth';
import { authConfig } from './auth.config';

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
export default NextAuth(authConfig).auth;

export const config = { matcher: ['/((?!api).*)'] };
