import type { NextAuthRequest } from 'next-auth';
import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { db } from '@/lib/db';

async function handler(req: NextAuthRequest) {
  if (!req.auth?.user?.id) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  const notes = await db.post.findMany({ where: { authorId: req.auth.user.id } });
  return NextResponse.json({ notes, method: req.method });
}

export const GET = auth(handler);
export const POST = auth(handler);

export const DELETE = auth(async ({ auth: session, method }) =>
  NextResponse.json({ method, name: session?.user?.name ?? 'nobody' }),
);

async function answer(req: Request, session: unknown) {
  return NextResponse.json({ path: new URL(req.url).pathname, session });
}

export const PUT = auth((req) => answer(req as unknown as Request, req.auth));

const withUser = (respond: (req: Request, userId: string) => Promise<Response>) =>
  auth(async (req) => {
    const id = req.auth?.user?.id;
    if (!id) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
    return respond(req, id);
  });

export const PATCH = withUser(async (req, id) => NextResponse.json({ id, method: req.method }));
