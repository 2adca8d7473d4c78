import { auth } from '@/auth';
import { db } from '@/lib/db';

export async function POST(request: Request) {
  const session = await auth();
  if (!session?.user) return new Response(null, { status: 401 });
  return db.$transaction(async () => {
    const ownerId = session.user!.id!;
    return db.file.create({ data: { ownerId, body: await request.text() } });
  });
}
