import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export default async function nestedFunction() {
  const session = await getServerSession(authOptions);

  async function log(what: string) {
    await db.audit.create({ data: { what, who: session?.user?.email ?? 'somebody' } });
  }

  await log('opened');
  if (!session) return 'refused';
  await log('read');
  return session.user.name ?? 'no name';
}
