import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { answer, audit } from '@/lib/data';

export const GET = auth(async (req) => answer(req));

export const PUT = auth(async (req, context) => {
  if (!req.auth) return new Response(null, { status: 401 });
  return NextResponse.json(await answer(context));
});

export const POST = auth(async (req) => {
  audit(req.auth);
  return new Response(null);
});

export const DELETE = auth(answer);

export const PATCH = auth(async ({ auth: session, ...req }) => NextResponse.json({ member: !!session, req }));

export const HEAD = auth((req) => new Response(JSON.stringify({ ...req })));

export async function named(req) {
  return new Response(null, { status: req.auth ? 200 : 401 });
}
export const OPTIONS = auth(named);
