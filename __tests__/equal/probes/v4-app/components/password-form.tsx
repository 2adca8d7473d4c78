'use client';

import { signIn, useSession } from 'next-auth/react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

export default function Teaser() {
  const { data: session } = useSession();
  const router = useRouter();
  const [failed, setFailed] = useState(0);
  const enter = async (email: string, password: string) => {
    const result = await signIn('credentials', { email, password, redirect: false });
    if (result?.error) setFailed(failed + 1);
    else router.push('/notes');
  };
  const again = (password: string) => {
    void signIn('credentials', { email: 'ada@example.com', password, redirect: false }).then((result) => {
      if (result?.ok && !result.error) router.refresh();
      if (!result?.ok) setFailed(failed + 10);
    });
  };
  return (
    <div>
      {session?.user?.email} {failed}
      <button onClick={() => enter('ada@example.com', 'right').catch(() => setFailed(-1))}>Right</button>
      <button onClick={() => enter('ada@example.com', 'wrong').catch(() => setFailed(-2))}>Wrong</button>
      <button onClick={() => again('right')}>Right again</button>
      <button onClick={() => again('wrong')}>Wrong again</button>
    </div>
  );
}
