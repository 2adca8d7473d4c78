import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function destructuredCall() {
  const { user } = (await getServerSession(authOptions)) ?? {};
  const email = (await getServerSession(authOptions))?.user?.email;
  return [user?.name, user?.id, email];
}
