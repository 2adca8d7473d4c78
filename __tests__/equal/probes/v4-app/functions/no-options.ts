import { getServerSession } from 'next-auth';

export default async function noOptions() {
  const session = await getServerSession();
  return session?.user?.email ?? 'nobody';
}
