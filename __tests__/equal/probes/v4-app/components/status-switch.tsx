'use client';

import { useSession } from 'next-auth/react';

export default function StatusSwitch() {
  const { status, data } = useSession();
  switch (status) {
    case 'loading':
      return <p>one moment</p>;
    case 'authenticated':
      return <p>{data.user.name}</p>;
    default:
      return <p>signed out</p>;
  }
}
