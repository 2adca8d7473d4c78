'use client';
import Link from 'next/link';
import { useRouter } from './router';

export function Others({ to }: { to: string }) {
  const router = useRouter();
  return (
    <>
      <Link href={to}>Elsewhere</Link>
      <Link href="/login/help">Help</Link>
      <Link href="/login?tab=2">Tab</Link>
      <Link href="/login" ref={null}>
        With a ref
      </Link>
      <button onClick={() => router.push('/login')}>Go</button>
    </>
  );
}
