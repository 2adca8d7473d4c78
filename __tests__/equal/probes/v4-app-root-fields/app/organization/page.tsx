import { getServerSession } from 'next-auth';
import { authOptions } from '@/lib/auth';

export default async function Organization() {
  const session = await getServerSession(authOptions);
  if (!session) return <p>Sign in</p>;
  const { organization } = session;
  return (
    <p>
      {organization.name}, {organization.plan}
    </p>
  );
}
