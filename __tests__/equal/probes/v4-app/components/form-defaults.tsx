'use client';

import { useSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function ContactForm() {
  const { data: session } = useSession();
  const [email, setEmail] = useState('');

  useEffect(() => {
    if (session?.user.email) {
      setEmail(session.user.email);
    }
  }, [session?.user.email]);

  return (
    <form>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <button type="button" disabled={!session}>
        Send
      </button>
    </form>
  );
}
