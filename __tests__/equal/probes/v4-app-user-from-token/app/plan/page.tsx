import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Plan() {
  const session = await getServerSession(authOptions);
  const { plan = 'none', initials = '?' } = session?.user ?? {};
  return (
    <p>
      {initials} {plan}
    </p>
  );
}
