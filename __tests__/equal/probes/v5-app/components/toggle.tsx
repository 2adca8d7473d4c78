'use client';

import { useSession } from 'next-auth/react';
import { useState } from 'react';

export default function Toggle() {
  const { data: session } = useSession();
  const [isOpen, setOpen] = useState(false);
  const isGuest = !session?.user?.email;
  return (
    <div>
      <button onClick={() => setOpen(!isOpen)}>{isGuest ? 'Guest' : session.user?.email}</button>
      {isOpen && !isGuest && <p>{session.user?.id}</p>}
    </div>
  );
}
