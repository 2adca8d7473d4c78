import { signIn, signOut, useSession } from 'next-auth/react';

export default function NavList() {
  const { data: session, status } = useSession();

  let right = null;
  if (status === 'loading') {
    right = <p>Validating session …</p>;
  }
  if (!session) {
    right = (
      <button type="button" onClick={() => void signIn('github')}>
        Log in
      </button>
    );
  }
  if (session) {
    right = (
      <>
        <p>
          {session.user.name} ({session.user.email})
        </p>
        <button type="button" onClick={() => signOut({ callbackUrl: '/' })}>
          Log out
        </button>
      </>
    );
  }
  return <nav>{right}</nav>;
}
