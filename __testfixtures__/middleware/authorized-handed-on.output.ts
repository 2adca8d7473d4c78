import { withAuth } from 'next-auth/middleware';
import { mayEnter } from '@/lib/people';

// TODO(authjs-clerk): middleware-authorized — an authorized callback decides who passes; write its test in clerkMiddleware()
export default withAuth({ callbacks: { authorized: ({ token, req }) => mayEnter(token, req.url) } });
