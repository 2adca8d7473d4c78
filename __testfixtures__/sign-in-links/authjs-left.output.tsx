import Link from 'next/link';
import { redirect } from 'next/navigation';

// TODO(authjs-clerk): auth-address — Clerk answers at no such address
export const Links = ({ provider }: { provider: string }) => (
  <p>
    <Link href="/api/auth/signin?error=AccessDenied">With an error</Link>
    <Link href={`/api/auth/signin/${provider}`}>By a provider</Link>
    <Link href="/api/auth/signin?callbackUrl=https://example.com">Elsewhere</Link>
    <form action="/api/auth/signout" method="post">
      <button>Out</button>
    </form>
  </p>
);

// TODO(authjs-clerk): auth-address — Clerk answers at no such address
export const session = () => fetch('/api/auth/session');

export async function getServerSideProps() {
  // TODO(authjs-clerk): auth-address — Clerk answers at no such address
  return { redirect: { destination: '/api/auth/signin', permanent: false } };
}

export async function leave() {
  // TODO(authjs-clerk): auth-address — Clerk answers at no such address
  redirect('/api/auth/signout');
}
