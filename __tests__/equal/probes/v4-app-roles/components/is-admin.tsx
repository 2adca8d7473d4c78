'use client';

import { useRole } from '@/hooks/use-role';

export default function IsAdmin() {
  const { isAdmin, isLoading } = useRole();
  return <p>{isLoading ? 'wait' : isAdmin ? 'admin' : 'no admin'}</p>;
}
