'use client';

import { useCurrentSession } from '@/hooks/use-current-session';
import { useOwnership } from '@/hooks/use-ownership';

export default function TwoHooksDeep() {
  const { isPending } = useCurrentSession();
  const owns = useOwnership('u_ada');
  return <p>{isPending ? 'pending' : owns ? 'yours' : 'not yours'}</p>;
}
