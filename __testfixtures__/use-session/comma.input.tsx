import { useRouter } from 'next/navigation';
import { useSession } from 'next-auth/react';

export function Name<T extends object>(props: T) {
  const router = useRouter(),
    { data: session } = useSession();
  return (
    <b {...props} onClick={() => router.push('/')}>{`😀 ${session?.user?.name ?? 'you'}`}</b>
  );
}
