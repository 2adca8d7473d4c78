import { withAuth } from 'next-auth/middleware';
import { mayEnter } from '@/lib/people';

export default withAuth({ callbacks: { authorized: ({ token, req }) => mayEnter(token, req.url) } });
