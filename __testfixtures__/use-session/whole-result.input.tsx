import { useSession } from 'next-auth/react';

export function Name() {
  const session = useSession();
  if (session.status === 'loading') return null;
  return (
    <p>
      {session.data?.user?.name} {session.data!.user!.email!}
    </p>
  );
}
