import { getServerSession } from 'next-auth';
import { NextResponse } from 'next/server';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function GET() {
  const session = await getServerSession(authOptions);
  if (!session) return NextResponse.json({ error: 'Sign in first' }, { status: 401 });
  const notes = await db.post.findMany({ where: { authorId: session.user.id } });
  return NextResponse.json(notes);
}
