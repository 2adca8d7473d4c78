'use client';

import { useSession } from 'next-auth/react';

const Heading = ({ as: Tag = 'h1', text }: { as?: 'h1' | 'h2'; text: string }) => <Tag>{text}</Tag>;

export default function ConditionalChildren() {
  const { data: session, status } = useSession();

  return (
    <section>
      {status === 'authenticated' ? (
        <>
          <Heading text={`Hello, ${session.user.name?.split(' ')[0] ?? 'you'}`} />
          {session.user.email && <small>{session.user.email}</small>}
        </>
      ) : status === 'unauthenticated' ? (
        <Heading as="h2" text="Please sign in" />
      ) : null}
    </section>
  );
}
