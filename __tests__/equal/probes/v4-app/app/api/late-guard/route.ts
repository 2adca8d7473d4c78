import { getServerSession } from 'next-auth';
import { NextResponse } from 'next/server';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const body = (await request.json()) as { title?: string };
  if (!body.title) return NextResponse.json({ error: 'title' }, { status: 422 });

  const session = await getServerSession(authOptions);
  if (!session?.user?.id) return NextResponse.json({ error: 'unauthorized' }, { status: 401 });

  const note = await db.post.findUnique({ where: { id } });
  if (!note) return NextResponse.json({ error: 'missing' }, { status: 404 });
  if (note.authorId !== session.user.id) return NextResponse.json({ error: 'forbidden' }, { status: 403 });

  await db.audit.create({ data: { userId: session.user.id, what: `renamed ${id}` } });
  return NextResponse.json({ id, title: body.title, by: session.user.name ?? session.user.email });
}
