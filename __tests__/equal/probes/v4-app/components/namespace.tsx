'use client';

import * as auth from 'next-auth/react';

export default function Namespace() {
  const { data, status } = auth.useSession();
  return <p>{status === 'authenticated' ? data.user.email : 'out'}</p>;
}
