import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function GET(request: Request) {
  const session = await getServerSession(authOptions);
  if (!session?.user?.email) {
    return new Response('Unauthorized', { status: 401 });
  }
  const row = await db.user.findUnique({ where: { email: session.user.email } });
  return Response.json({ id: row?.id, plan: row?.plan, asked: new URL(request.url).pathname });
}
