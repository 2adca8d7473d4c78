import { getUserId } from '@/lib/clerk-session';
import { db } from '@/lib/db';

export async function POST(request: Request) {
  const ownerId = await getUserId();
  if (!ownerId) return new Response(null, { status: 401 });
  return db.$transaction(async () => {
    return db.file.create({ data: { ownerId, body: await request.text() } });
  });
}
