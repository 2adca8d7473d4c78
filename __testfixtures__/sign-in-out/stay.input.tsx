'use client';

import { signIn, signOut } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { forget } from './analytics';

export function Leave() {
  const router = useRouter();
  const leave = async () => {
    await signOut({ redirect: false });
    router.push('/login');
  };
  return <button onClick={leave}>Leave</button>;
}

export function Reload({ url }: { url: string }) {
  const leave = async () => {
    await signOut({ redirect: false, callbackUrl: '/' });
    window.location.assign(url);
  };
  return <button onClick={leave}>Leave</button>;
}

export function LeaveByItself({ isDone }: { isDone: boolean }) {
  useEffect(() => {
    if (isDone) signOut({ redirect: false });
  }, [isDone]);
  return null;
}

export function Forget() {
  return (
    <p>
      <button onClick={() => signOut({ redirect: false })}>Stay</button>
      <button onClick={() => signOut({ callbackUrl: '/' }).then(() => forget())}>Leave and forget</button>
      <button onClick={() => signOut().then((result) => console.log(result))}>Leave and tell</button>
      <button onClick={() => signIn('saml', { callbackUrl: '/' }, { tenant: 'acme' })}>Come in by SAML</button>
    </p>
  );
}

export const leaveFromElsewhere = async () => {
  await signOut({ redirect: false });
};
