import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

const can = {
  read: async () => true,
  write: async () => !!(await getServerSession(authOptions)),
  remove: async (authorId: string) => (await getServerSession(authOptions))?.user.id === authorId,
};

export default async function permissionMap() {
  const note = await db.post.findUnique({ where: { id: 'p10' } });
  return [await can.read(), await can.write(), await can.remove(note!.authorId)];
}
