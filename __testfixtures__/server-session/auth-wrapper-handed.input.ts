import type { NextRequest } from 'next/server';
import { auth } from '@/auth';
import { answer } from '@/lib/answer';

const withUser = (handler: (req: Request, userId: string) => Promise<Response>) =>
  auth(async (req) => {
    const id = req.auth?.user?.id;
    if (!id) return new Response(null, { status: 401 });
    return handler(req, id);
  });

export const GET = withUser(async (_req, id) => Response.json({ id }));

function pathOf(req: NextRequest) {
  return req.nextUrl.pathname;
}

export const POST = auth((req) => { if (!req.auth) return new Response(null, { status: 401 }); return Response.json({ path: pathOf(req) }); });

const whose = (req: { auth: unknown }) => Response.json(req.auth);

export const PUT = auth((req) => whose(req));

export const PATCH = auth((req) => answer(req));
