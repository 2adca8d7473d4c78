import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function conditionalCall({ req }: { req: { method: string } }) {
  const session = req.method === 'GET' ? await getServerSession(authOptions) : null;
  return session?.user?.email ?? 'not asked';
}
