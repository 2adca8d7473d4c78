'use client';

import Link from 'next/link';
import { signIn, useSession } from 'next-auth/react';
import { redirect, useRouter } from 'next/navigation';

export function Navbar({ next }: { next: string }) {
  const { status } = useSession();
  const router = useRouter();
  const leave = () => {
    localStorage.clear();
    router.push('/api/auth/signout?callbackUrl=%2Fbye');
  };
  const come = () => redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(next)}`);
  return (
    <nav>
      <Link href="/">Home</Link>
      <Link href="/api/auth/signin">Sign in</Link>
      <a className="out" href="/api/auth/signout">
        Sign out
      </a>
      <Link href={`/api/auth/signin?callbackUrl=${next}`} className="in">
        Go on
      </Link>
      <a href="/api/auth/signin/github?callbackUrl=/desk">By GitHub</a>
      <a
        href="/api/auth/signin"
        className="in"
        onClick={(event) => {
          event.preventDefault();
          signIn();
        }}
      >
        You must be signed in
      </a>
      {status === 'authenticated' && <button onClick={leave}>Leave</button>}
      <button onClick={come}>Come</button>
    </nav>
  );
}
