'use client';

import { useSession } from 'next-auth/react';

export default function Required() {
  const { data: session, status } = useSession({ required: true });
  if (status === 'loading') return <p>wait</p>;
  return <p>{session.user.email}</p>;
}
