'use client';

import { getSession } from 'next-auth/react';
import { useEffect, useState } from 'react';

export default function ClientGetSession() {
  const [email, setEmail] = useState('unknown');
  useEffect(() => {
    void getSession().then((session) => setEmail(session?.user?.email ?? 'nobody'));
  }, []);
  return <p>{email}</p>;
}
