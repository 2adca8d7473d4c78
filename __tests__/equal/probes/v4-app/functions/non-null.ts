import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function nonNull() {
  const { user } = (await getServerSession(authOptions))!;
  return user.name!.toUpperCase();
}
