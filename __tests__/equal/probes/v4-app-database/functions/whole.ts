import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function whole() {
  return getServerSession(authOptions);
}
