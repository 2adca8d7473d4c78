'use client';

import { useSession } from 'next-auth/react';

export default function ImageKept() {
  const { data: session } = useSession();
  const image = session?.user?.image;
  if (!image) return <span>{session ? session.user.name?.[0] : '?'}</span>;
  return <img src={image} alt="" />;
}
