import { auth } from '@clerk/nextjs/server';
import { db } from '@/lib/db';

export async function GET() {
  const { userId } = await auth();
  if (!userId) return new Response('Unauthorized', { status: 401 });
  const posts = await db.post.findMany({ where: { authorId: userId } });
  return Response.json(posts);
}
