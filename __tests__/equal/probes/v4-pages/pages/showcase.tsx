import { signIn, signOut, useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function Showcase() {
  const { data: sessionData } = useSession();
  const [secret, setSecret] = useState<string>();
  useEffect(() => {
    if (sessionData?.user === undefined) return;
    void fetch('/api/whoami')
      .then((response) => response.json())
      .then((body: { message: string }) => setSecret(body.message));
  }, [sessionData?.user]);

  return (
    <div>
      <p>
        {sessionData && <span>Logged in as {sessionData.user?.name}</span>}
        {secret && <span> - {secret}</span>}
      </p>
      <button onClick={sessionData ? () => void signOut() : () => void signIn()}>
        {sessionData ? 'Sign out' : 'Sign in'}
      </button>
    </div>
  );
}
