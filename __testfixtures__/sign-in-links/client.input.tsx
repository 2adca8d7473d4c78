'use client';
import { useRouter } from 'next/navigation';

export function Leave({ isNew }: { isNew: boolean }) {
  const router = useRouter();
  return (
    <input
      onChange={() => {
        if (isNew) router.push('/register');
        else router.replace('/login?redirectTo=/app');
      }}
    />
  );
}
