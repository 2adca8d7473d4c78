import Link from 'next/link';
import { signOut, useSession } from 'next-auth/react';

export default function Home() {
  const { data: session, status } = useSession();
  const loading = status === 'loading';
  return (
    <div>
      <noscript>Scripts are needed</noscript>
      <p className={!session && loading ? 'loading' : 'loaded'}>
        {!session && <Link href="/login">Sign in</Link>}
        {session?.user && (
          <>
            {session.user.image && <span style={{ backgroundImage: `url('${session.user.image}')` }} />}
            <strong>{session.user.email ?? session.user.name}</strong>
            <button
              onClick={(event) => {
                event.preventDefault();
                void signOut();
              }}
            >
              Sign out
            </button>
          </>
        )}
      </p>
    </div>
  );
}
