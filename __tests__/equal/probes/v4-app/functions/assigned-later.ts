import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function later() {
  let session;
  try {
    session = await getServerSession(authOptions);
  } catch {
    return 'failed';
  }
  return session?.user?.name ?? 'no name';
}
