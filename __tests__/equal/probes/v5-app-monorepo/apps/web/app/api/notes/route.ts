import { auth } from '@acme/auth';
import { db } from '@acme/db';

export async function GET() {
  const session = await auth();
  if (!session?.user?.id) return new Response('Unauthorized', { status: 401 });
  return Response.json(await db.post.findMany({ where: { authorId: session.user.id } }));
}
