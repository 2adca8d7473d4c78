import { getServerSession } from 'next-auth';
import { redirect } from 'next/navigation';
import { authOptions } from '@/lib/auth';
import type { Member } from '@/lib/types';

export default async function Account() {
  const session = await getServerSession(authOptions);
  if (!session) redirect('/welcome');
  const { name, plan } = session.user as unknown as Member;
  return (
    <p>
      {name ?? 'nameless'} has {plan}
    </p>
  );
}
