import { auth } from '@/auth';

// TODO(authjs-clerk): middleware-authorized — an authorized callback in the config may decide who passes; write its test in clerkMiddleware()
export default auth((req) => {
  if (!req.auth) return Response.redirect(new URL('/welcome', req.url));
});
