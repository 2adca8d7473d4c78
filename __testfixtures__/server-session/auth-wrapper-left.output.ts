import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { answer, audit } from '@/lib/data';

// TODO(authjs-clerk): auth-wrapper — the request is handed on, with its session
export const GET = auth(async (req) => answer(req));

// TODO(authjs-clerk): auth-wrapper — give the handler’s second parameter its type, which came from auth()
export const PUT = auth(async (req, context) => {
  if (!req.auth) return new Response(null, { status: 401 });
  return NextResponse.json(await context.params);
});

// TODO(authjs-clerk): auth-wrapper — the session is handed on whole; the app’s sessions hold fields of its own: user.role
export const POST = auth(async (req) => {
  audit(req.auth);
  return new Response(null);
});

// TODO(authjs-clerk): auth-wrapper — the handler that auth() wraps is no function in place
export const DELETE = auth(answer);

// TODO(authjs-clerk): auth-wrapper — the handler takes its request apart; read the session inside it by Clerk’s auth()
export const PATCH = auth(async ({ auth: session }) => NextResponse.json({ member: !!session }));
