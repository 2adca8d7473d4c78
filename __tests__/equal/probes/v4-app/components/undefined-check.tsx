'use client';

import { useSession } from 'next-auth/react';

export default function UndefinedCheck() {
  const { data: session } = useSession();
  if (session === undefined) return <p>asking</p>;
  if (session === null) return <p>nobody</p>;
  return <p>{session.user.email}</p>;
}
