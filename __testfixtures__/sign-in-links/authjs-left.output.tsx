import Link from 'next/link';
import { redirect } from 'next/navigation';

// TODO(authjs-clerk): auth-address — Clerk answers at no such address: lead to Clerk by <SignInButton>, redirectToSignIn(), or to the page that holds <SignIn/>
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

// TODO(authjs-clerk): auth-address — Clerk answers at no such address: read the session by useUser() or useAuth(), on the server by auth(); a route of your own may answer with it
export const session = () => fetch('/api/auth/session');

export async function getServerSideProps() {
  // TODO(authjs-clerk): auth-address — Clerk answers at no such address: lead to Clerk by <SignInButton>, redirectToSignIn(), or to the page that holds <SignIn/>
  return { redirect: { destination: '/api/auth/signin', permanent: false } };
}

export async function leave() {
  // TODO(authjs-clerk): auth-address — Clerk answers at no such address: sign out by <SignOutButton>, or by signOut() of useClerk()
  redirect('/api/auth/signout');
}
