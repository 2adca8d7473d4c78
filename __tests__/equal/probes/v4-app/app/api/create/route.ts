import { getServerSession } from 'next-auth';
import { NextResponse } from 'next/server';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function POST(request: Request) {
  try {
    const session = await getServerSession(authOptions);
    const user = session?.user;
    if (!user) return NextResponse.json({ error: 'Not signed in' }, { status: 403 });
    const { title } = await request.json();
    const note = await db.post.create({ data: { title, authorId: user.id } });
    return NextResponse.json({ id: note.id, by: user.name });
  } catch (error) {
    return NextResponse.json({ error: String(error) }, { status: 500 });
  }
}

export async function DELETE(request: Request) {
  const session = await getServerSession(authOptions);
  const note = await db.post.findUnique({ where: { id: (await request.json()).id } });
  if (note?.authorId !== session?.user?.id) return NextResponse.json(null, { status: 404 });
  await db.post.delete({ where: { id: note!.id } });
  return NextResponse.json(null, { status: 200 });
}
