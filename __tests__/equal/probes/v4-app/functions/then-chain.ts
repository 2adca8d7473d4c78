import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default function emailOf() {
  return getServerSession(authOptions).then((session) => session?.user?.email ?? 'nobody');
}
