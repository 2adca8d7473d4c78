'use client';

import { useSession } from 'next-auth/react';

export default function LoadingOrNobody() {
  const { data: session, status } = useSession();
  if (status === 'loading' || !session) return <p>{status === 'loading' ? 'loading' : 'nobody'}</p>;
  const { name, email } = session.user;
  return (
    <p>
      {name} {email}
    </p>
  );
}
