import { auth } from '@/auth';

const isMember = (req: any) => Boolean(req.auth);

export default auth((req) => {
  if (!isMember(req)) return Response.redirect(new URL('/welcome', req.url));
});
