'use client';

import { useAuth } from '@/hooks/use-auth';

export default function HookReturnsResult() {
  const auth = useAuth();
  return <p>{auth.status === 'authenticated' ? auth.data?.user.email : auth.status}</p>;
}
