import { auth } from '@/auth';

export default async function PlanPage() {
  const session = await auth();
  if (!session) return <p>Sign in to see your plan</p>;
  return (
    <p>
      {session.user.name ?? 'You'}: {session.user.plan}
    </p>
  );
}
