'use client';

import { useSession } from 'next-auth/react';

export default function LoadingProp() {
  const { status, data: session } = useSession();
  const isLoading = status === 'loading';
  const isAuthed = !isLoading && !!session;
  return (
    <button aria-busy={isLoading} disabled={isLoading || !isAuthed} title={isAuthed ? session.user.name! : undefined}>
      Save
    </button>
  );
}
