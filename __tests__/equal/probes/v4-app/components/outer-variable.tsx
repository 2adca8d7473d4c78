'use client';

import { useSession } from 'next-auth/react';

export default function OuterVariable() {
  const { data: session } = useSession();
  let greeting: string;
  if (session?.user?.name) {
    greeting = `Good day, ${session.user.name}`;
  } else if (session) {
    greeting = 'Good day';
  } else {
    greeting = 'Who is there?';
  }
  return <h2>{greeting}</h2>;
}
