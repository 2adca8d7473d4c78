import { redirect } from 'next/navigation';
import { getSession } from '@/lib/auth';

export default async function PlanPage() {
  const session = await getSession();
  if (!session?.user) redirect('/login');
  return (
    <p>
      {session.user.email}: {session.user.plan}
    </p>
  );
}
