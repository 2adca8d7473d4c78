'use client';

import { useSession } from 'next-auth/react';

function Name() {
  const { data: session } = useSession();
  return <b>{session?.user?.name ?? 'anonymous'}</b>;
}

const Mail = () => {
  const { data: session } = useSession();
  if (!session) return null;
  return <i>{session.user?.email}</i>;
};

export default function Two() {
  const session = useSession();
  return (
    <p className={session.status}>
      <Name /> <Mail />
    </p>
  );
}
