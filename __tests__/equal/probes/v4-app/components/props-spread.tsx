'use client';

import { useSession } from 'next-auth/react';

const Card = ({ name, email }: { name?: string | null; email?: string | null }) => (
  <p>
    {name ?? 'no name'} / {email ?? 'no email'}
  </p>
);

export default function PropsSpread() {
  const { data: session } = useSession();
  return <Card {...session?.user} />;
}
