import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { db } from '@/lib/db';

export async function getCurrentRow() {
  try {
    const session = await getServerSession(authOptions);

    if (!session?.user?.email) {
      return null;
    }

    return await db.user.findUnique({ where: { email: session.user.email } });
  } catch {
    return null;
  }
}
