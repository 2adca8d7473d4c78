'use client';

import type { Session } from 'next-auth';
import { useSession } from 'next-auth/react';

const labelOf = (session: Session) => `${session.user.email} is ${session.user.role}`;

export default function HandedOn() {
  const { data: session } = useSession();
  return <p>{session ? labelOf(session) : 'nobody'}</p>;
}
