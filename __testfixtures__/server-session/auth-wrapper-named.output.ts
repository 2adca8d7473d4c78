import type { NextAuthRequest } from 'next-auth';
import { auth } from '@/auth';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { userAgent } from 'next/server';
import { appRouter, answer, readKey } from '@/lib/data';
import { auth as clerkAuth } from '@clerk/nextjs/server';
import type { NextRequest } from 'next/server';
import { getSession, getUserId } from '@/lib/clerk-session';

async function handler(req: NextRequest) {
  const { isAuthenticated } = await clerkAuth();
  if (!isAuthenticated) return new Response(null, { status: 401 });
  return Response.json({ path: req.nextUrl.pathname });
}

export const GET = handler;
export const POST = handler;

const context = async (req: NextRequest) => {
  const { ua } = userAgent(req);
  const session = readKey(ua) ?? (await getSession());
  return fetchRequestHandler({ req: req as unknown as Request, router: appRouter, createContext: () => ({ session }) });
};

export const PUT = context;

export const PATCH = async () => {
  const { isAuthenticated } = await clerkAuth();
  return Response.json({ member: isAuthenticated });
};

export const DELETE = (async ({ nextUrl }: NextRequest, { params }: { params: Promise<{ id: string }> }) => {
  const { isAuthenticated } = await clerkAuth();
  const { id } = await params;
  if (!isAuthenticated) return new Response(null, { status: 401 });
  return Response.json({ id, path: nextUrl.pathname });
});

// TODO(authjs-clerk): auth-type — a type of Auth.js; describe what the code needs of a person by a type of its own or of Clerk’s
const open = (req: NextAuthRequest) => answer(req);

// TODO(authjs-clerk): auth-wrapper — the handler that auth() wraps is no function that this file has for that alone
export const HEAD = auth(open);
export const run = open;

export const OPTIONS = (async (req: NextRequest) => {
  const userId = await getUserId();
  if (!userId) return new Response(null, { status: 401 });
  return Response.json({ id: userId, path: req.nextUrl.pathname });
});

export const CONNECT = (async () => {
  const session = await getSession();
  return Response.json(session);
});
