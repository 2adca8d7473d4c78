'use client';

import { useSession } from 'next-auth/react';

export default function UpdateOnly() {
  const { update, status } = useSession();
  const save = async () => {
    await fetch('/api/notes', { method: 'POST' });
    await update();
  };
  return status === 'authenticated' ? <button onClick={save}>Save</button> : <p>…</p>;
}
