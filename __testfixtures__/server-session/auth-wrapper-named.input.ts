import type { NextAuthRequest } from 'next-auth';
import { auth } from '@/auth';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { userAgent } from 'next/server';
import { appRouter, answer, readKey } from '@/lib/data';

async function handler(req: NextAuthRequest) {
  if (!req.auth) return new Response(null, { status: 401 });
  return Response.json({ path: req.nextUrl.pathname });
}

export const GET = auth(handler);
export const POST = auth(handler);

const context = async (req) => {
  const { ua } = userAgent(req);
  const session = readKey(ua) ?? req.auth;
  return fetchRequestHandler({ req: req as unknown as Request, router: appRouter, createContext: () => ({ session }) });
};

export const PUT = auth(context);

export const PATCH = auth(async ({ auth: session }) => Response.json({ member: !!session }));

export const DELETE = auth(async ({ auth, nextUrl }, { params }) => {
  const { id } = await params;
  if (!auth?.user) return new Response(null, { status: 401 });
  return Response.json({ id, path: nextUrl.pathname });
});

const open = (req: NextAuthRequest) => answer(req);

export const HEAD = auth(open);
export const run = open;

export const OPTIONS = auth(async (req) => {
  const session = req.auth;
  if (!session) return new Response(null, { status: 401 });
  return Response.json({ id: session.user?.id, path: req.nextUrl.pathname });
});

export const CONNECT = auth((req) => {
  const session = req.auth;
  return Response.json(session);
});
