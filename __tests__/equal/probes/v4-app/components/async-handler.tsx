'use client';

import { useSession } from 'next-auth/react';
import { useState } from 'react';

export default function AsyncHandler() {
  const { data: session } = useSession();
  const [state, setState] = useState('idle');
  const onClick = async () => {
    setState('sending');
    const response = await fetch('/api/create', {
      method: 'POST',
      body: JSON.stringify({ title: `by ${session?.user?.name ?? 'nobody'}`, author: session?.user?.id }),
    });
    setState(response.ok ? `sent as ${session?.user?.email}` : `refused ${response.status}`);
  };
  return (
    <p>
      <button onClick={onClick}>Send</button> {state}
    </p>
  );
}
