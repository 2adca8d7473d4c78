import { auth } from '@/auth';

const isMember = (req: any) => Boolean(req.auth);

// TODO(authjs-clerk): middleware-handler — this middleware has code of its own; move what it decides into clerkMiddleware()
export default auth((req) => {
  if (!isMember(req)) return Response.redirect(new URL('/welcome', req.url));
});
