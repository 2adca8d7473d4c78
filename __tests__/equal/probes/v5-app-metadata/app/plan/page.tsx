import { redirect } from 'next/navigation';
import { auth } from '@/auth';

export default async function PlanPage() {
  const session = await auth();
  if (!session) redirect('/');
  return (
    <main>
      {session.user.name ?? 'You'}: {session.plan}
    </main>
  );
}
