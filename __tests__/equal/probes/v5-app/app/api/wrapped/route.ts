import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { db } from '@/lib/db';

export const GET = auth(async function GET(req) {
  const userId = req.auth?.user?.id;
  if (!userId) return new NextResponse('Unauthorized', { status: 401 });
  const notes = await db.post.findMany({ where: { authorId: userId } });
  return NextResponse.json({ notes, id: req.nextUrl.searchParams.get('id') });
});
