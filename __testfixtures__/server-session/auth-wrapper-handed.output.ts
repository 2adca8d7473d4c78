import type { NextRequest } from 'next/server';
import { auth } from '@/auth';
import { answer } from '@/lib/answer';
import { auth as clerkAuth } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';

const withUser = (handler: (req: Request, userId: string) => Promise<Response>) =>
  (async (req: NextRequest) => {
    const id = await getUserId();
    if (!id) return new Response(null, { status: 401 });
    return handler(req, id);
  });

export const GET = withUser(async (_req, id) => Response.json({ id }));

function pathOf(req: NextRequest) {
  return req.nextUrl.pathname;
}

export const POST = async (req: NextRequest) => { const { isAuthenticated } = await clerkAuth(); if (!isAuthenticated) return new Response(null, { status: 401 }); return Response.json({ path: pathOf(req) }); };

const whose = (req: { auth: unknown }) => Response.json(req.auth);

// TODO(authjs-clerk): auth-wrapper — the request is handed on, with its session
export const PUT = auth((req) => whose(req));

// TODO(authjs-clerk): auth-wrapper — the request is handed on, with its session
export const PATCH = auth((req) => answer(req));
