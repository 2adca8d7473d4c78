import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { answer, audit } from '@/lib/data';

export const GET = auth(async (req) => answer(req));

export const PUT = auth(async (req, context) => {
  if (!req.auth) return new Response(null, { status: 401 });
  return NextResponse.json(await context.params);
});

export const POST = auth(async (req) => {
  audit(req.auth);
  return new Response(null);
});

export const DELETE = auth(answer);

export const PATCH = auth(async ({ auth: session }) => NextResponse.json({ member: !!session }));
