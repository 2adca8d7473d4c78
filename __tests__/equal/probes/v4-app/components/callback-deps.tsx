'use client';

import { useSession } from 'next-auth/react';
import { useCallback, useState } from 'react';

export default function CallbackDeps() {
  const { data: session, status } = useSession();
  const [said, setSaid] = useState('');
  const greet = useCallback(() => {
    if (status !== 'authenticated') return setSaid('who?');
    setSaid(`it is ${session.user.name ?? session.user.email}`);
  }, [session, status]);
  return (
    <p>
      <button onClick={greet}>Who am I?</button>
      {said}
    </p>
  );
}
