import { auth } from '@/auth';

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
export default auth((req) => {
  if (!req.auth) return Response.redirect(new URL('/login', req.url));
});
