import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { db } from '@/lib/db';

export const DELETE = auth(async (req, ctx) => {
  const { id } = (await ctx.params) as { id: string };
  const session = req.auth;
  if (!session) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  const note = await db.post.findUnique({ where: { id } });
  if (note?.authorId !== session.user?.id) return NextResponse.json({ error: 'forbidden' }, { status: 403 });
  return NextResponse.json({ deleted: id, by: session.user?.name ?? null });
});
