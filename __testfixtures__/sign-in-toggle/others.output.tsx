import Link from 'next/link';

// TODO(authjs-clerk): auth-address — Clerk answers at no such address: sign out by <SignOutButton>, or by signOut() of useClerk()
export const Others = ({ a, b, to }: { a: boolean; b: boolean; to: string }) => (
  <nav>
    <Link href={a ? '/out' : '/in'}>{a ? 'Out' : 'In'}</Link>
    <Link href={a ? '/api/auth/signout' : '/api/auth/signin'}>{b ? 'Out' : 'In'}</Link>
    <Link href={a ? '/api/auth/signout' : to}>{a ? 'Out' : 'In'}</Link>
    <Link href={a ? '/api/auth/signout' : '/api/auth/signin'} className={to}>
      {a ? 'Out' : 'In'}
    </Link>
    <Link href={a ? '/api/auth/signout' : '/api/auth/signin'}>Go</Link>
  </nav>
);
