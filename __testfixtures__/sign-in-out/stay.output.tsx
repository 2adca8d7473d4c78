'use client';

import { SignInButton, useClerk } from '@clerk/nextjs';
import { signOut as clerkSignOut } from '@/lib/clerk-session-client';
import { signOut } from 'next-auth/react';
import { useEffect } from 'react';
import { forget } from './analytics';

export function Leave() {
  const clerk = useClerk();
  const leave = async () => {
    await clerk.signOut({ redirectUrl: '/login' });
  };
  return <button onClick={leave}>Leave</button>;
}

export function Reload({ url }: { url: string }) {
  const clerk = useClerk();
  const leave = async () => {
    await clerk.signOut(() => {});
    window.location.assign(url);
  };
  return <button onClick={leave}>Leave</button>;
}

export function LeaveByItself({ isDone }: { isDone: boolean }) {
  const clerk = useClerk();
  useEffect(() => {
    if (isDone) clerk.signOut(() => {});
  }, [isDone]);
  return null;
}

export function Forget() {
  const clerk = useClerk();
  // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
  return (
    <p>
      <button onClick={() => clerk.signOut(() => {})}>Stay</button>
      <button onClick={() => clerk.signOut({ redirectUrl: '/' }).then(() => forget())}>Leave and forget</button>
      <button onClick={() => signOut().then((result) => console.log(result))}>Leave and tell</button>
      <SignInButton forceRedirectUrl="/"><button>Come in by SAML</button></SignInButton>
    </p>
  );
}

export const leaveFromElsewhere = async () => {
  await clerkSignOut({ redirect: false });
};
