'use client';

import { useSession } from 'next-auth/react';

const rows = (value: object) => Object.entries(value).map(([key, each]) => <li key={key}>{`${key}: ${each}`}</li>);

export default function Badge() {
  const { data: session } = useSession();
  if (!session) return <p>nobody</p>;
  const { name, role } = session.user;
  return <ul>{rows({ name, role })}</ul>;
}
