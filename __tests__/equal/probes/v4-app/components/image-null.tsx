'use client';

import { useSession } from 'next-auth/react';

export default function ImageNull() {
  const { data: session, status } = useSession();
  if (status !== 'authenticated') return <p>no picture</p>;
  const picture = session.user.image || undefined;
  return (
    <p>
      {session.user.image === null ? 'none' : 'some'} {picture ? 'shown' : 'hidden'} {typeof session.user.image}
    </p>
  );
}
