import { auth } from '@/auth';

export const GET = auth((req) => {
  if (!req.auth) return Response.json(null, { status: 401 });
  return Response.json({ plan: req.auth.user.plan, id: req.auth.user.id });
});
