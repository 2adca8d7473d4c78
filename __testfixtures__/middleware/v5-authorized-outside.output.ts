import { auth } from '@/auth';

// TODO(authjs-clerk): middleware-authorized — an authorized callback decides who passes; write its test in clerkMiddleware()
export default auth;
