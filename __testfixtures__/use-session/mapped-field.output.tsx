'use client';
import { useEffect } from 'react';
import { useSession } from 'next-auth/react';
import { useUser } from '@clerk/nextjs';

declare const log: (...values: unknown[]) => void;

export function Company() {
  const { isLoaded, isSignedIn, user } = useUser();
  const company = user?.publicMetadata.company as string | undefined;
  useEffect(() => log(company), [user?.publicMetadata.company]);
  if (!isLoaded) return <p>…</p>;
  if (!isSignedIn) return null;
  return (
    <p title={user.username ?? ''}>
      {user.fullName} of {company}
    </p>
  );
}

export function Billing() {
  // TODO(authjs-clerk): session-custom-field — user.billingId is in Clerk’s private metadata, which no browser sees
  const { data: session } = useSession();
  return <p>{session?.user?.billingId}</p>;
}

export const Handle = () => <p>{useUser().user?.username}</p>;
