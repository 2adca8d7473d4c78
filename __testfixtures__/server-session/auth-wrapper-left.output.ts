import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { answer, audit } from '@/lib/data';

// TODO(authjs-clerk): auth-wrapper — the request is handed on, with its session
export const GET = auth(async (req) => answer(req));

// TODO(authjs-clerk): auth-wrapper — give the handler’s second parameter its type, which came from auth()
export const PUT = auth(async (req, context) => {
  if (!req.auth) return new Response(null, { status: 401 });
  return NextResponse.json(await answer(context));
});

// TODO(authjs-clerk): auth-wrapper — the session is handed on whole; the app’s sessions hold fields of its own: user.role
export const POST = auth(async (req) => {
  audit(req.auth);
  return new Response(null);
});

// TODO(authjs-clerk): auth-wrapper — the handler that auth() wraps is no function that this file has for that alone
export const DELETE = auth(answer);

// TODO(authjs-clerk): auth-wrapper — the handler takes its request apart; read the session inside it by Clerk’s auth()
export const PATCH = auth(async ({ auth: session, ...req }) => NextResponse.json({ member: !!session, req }));

// TODO(authjs-clerk): auth-wrapper — the request is handed on, with its session
export const HEAD = auth((req) => new Response(JSON.stringify({ ...req })));

export async function named(req) {
  return new Response(null, { status: req.auth ? 200 : 401 });
}
// TODO(authjs-clerk): auth-wrapper — the handler that auth() wraps is no function that this file has for that alone
export const OPTIONS = auth(named);
