'use client';
import { useEffect } from 'react';
import { useSession } from 'next-auth/react';

declare const log: (...values: unknown[]) => void;

export function Company() {
  const { data: session, status } = useSession();
  const company = session?.user?.company;
  useEffect(() => log(company), [session?.user?.company]);
  if (status === 'loading') return <p>…</p>;
  if (!session) return null;
  return (
    <p title={session.user.handle ?? ''}>
      {session.user.name} of {company}
    </p>
  );
}

export function Billing() {
  const { data: session } = useSession();
  return <p>{session?.user?.billingId}</p>;
}

export const Handle = () => <p>{useSession().data?.user?.handle}</p>;
