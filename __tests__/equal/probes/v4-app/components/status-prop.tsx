'use client';

import { useSession } from 'next-auth/react';

type Status = ReturnType<typeof useSession>['status'];

const Dot = ({ status }: { status: Status }) => <i className={`dot ${status}`} />;

export default function StatusProp() {
  const { status } = useSession();
  return <Dot status={status} />;
}
