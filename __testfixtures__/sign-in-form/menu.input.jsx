'use client';

import { getProviders, signIn, signOut, useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function Menu() {
  const { data: session } = useSession();
  const [providers, setProviders] = useState(null);
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const load = async () => {
      setProviders(await getProviders());
    };

    load();

    window.addEventListener('resize', () => setIsOpen(false));
  }, []);

  return (
    <nav>
      {session ? (
        <button onClick={() => signOut({ callbackUrl: '/' })}>{session.user.name}</button>
      ) : (
        <>
          {providers &&
            Object.values(providers).map((provider) => (
              <button key={provider.id} className="wide" onClick={() => signIn(provider.id, { callbackUrl: '/app' })}>
                Sign in
              </button>
            ))}
        </>
      )}
      {isOpen && <p>Open</p>}
    </nav>
  );
}
