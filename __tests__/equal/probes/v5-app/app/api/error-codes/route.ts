import { auth } from '@/auth';
import { db } from '@/lib/db';
import { AppError } from '@/lib/errors';

export async function DELETE(request: Request) {
  const { searchParams } = new URL(request.url);
  const id = searchParams.get('id');
  if (!id) return new AppError('bad_request').toResponse();

  const session = await auth();
  if (!session?.user) return new AppError('unauthorized').toResponse();

  const note = await db.post.findUnique({ where: { id } });
  if (note?.authorId !== session.user.id) return new AppError('forbidden').toResponse();

  return Response.json(await db.post.delete({ where: { id } }), { status: 200 });
}
