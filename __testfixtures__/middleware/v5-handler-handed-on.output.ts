import { auth } from '@/auth';
import { decide } from '@/lib/decide';

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
export default auth((req) => decide(req.nextUrl, req.auth));
