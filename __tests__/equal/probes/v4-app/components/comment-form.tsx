'use client';

import { signIn, useSession } from 'next-auth/react';
import { useState } from 'react';

export default function CommentForm() {
  const { data: session } = useSession();
  const [sent, setSent] = useState<string>();
  const send = () => {
    if (!session?.user) {
      void signIn();
      return;
    }
    setSent(`${session.user.name ?? session.user.email}: hello`);
  };
  return (
    <div>
      <button onClick={send}>{session ? 'Comment' : 'Sign in to comment'}</button>
      {sent}
    </div>
  );
}
