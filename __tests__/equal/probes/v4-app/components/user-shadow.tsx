'use client';

import { useSession } from 'next-auth/react';

const PEOPLE = [
  { id: 'u_ada', name: 'Ada' },
  { id: 'u_grace', name: 'Grace' },
];

export default function UserShadow() {
  const { data: session } = useSession();
  const user = session?.user;
  return (
    <ul>
      {PEOPLE.map((session) => (
        <li key={session.id}>
          {session.name} {session.id === user?.id && '(you)'}
        </li>
      ))}
    </ul>
  );
}
