import { useRouter } from 'next/navigation';
import { useUser } from '@clerk/nextjs';

export function Name<T extends object>(props: T) {
  const router = useRouter(),
    { user } = useUser();
  return (
    <b {...props} onClick={() => router.push('/')}>{`😀 ${user?.fullName ?? 'you'}`}</b>
  );
}
