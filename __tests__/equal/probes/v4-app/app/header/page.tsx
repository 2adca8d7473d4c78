import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';
import { Card } from '@/parts/card';

export default async function HeaderPage() {
  const session = await getServerSession(authOptions);
  return <Card session={session} />;
}
