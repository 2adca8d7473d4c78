import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function GET() {
  const session = await auth();

  if (!session || !session.user) {
    return Response.json('Unauthorized!', { status: 401 });
  }

  const notes = await db.post.findMany({ where: { authorId: session.user.id! } });
  return Response.json(notes);
}

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user?.id) return new Response('Unauthorized', { status: 401 });
  const { title } = await request.json();
  await db.post.create({ data: { title, authorId: session.user.id } });
  return new Response(null, { status: 201 });
}
