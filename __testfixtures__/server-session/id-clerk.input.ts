import { unstable_getServerSession } from 'next-auth/next';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function GET() {
  const session = await unstable_getServerSession(authOptions);
  if (!session) return new Response('Unauthorized', { status: 401 });
  const posts = await db.post.findMany({ where: { authorId: session.user.id } });
  return Response.json(posts);
}
