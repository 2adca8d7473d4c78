'use client';

import { useSession } from 'next-auth/react';

const Menu = ({ isSignedIn, name }: { isSignedIn: boolean; name?: string | null }) => (
  <nav>{isSignedIn ? <a href="/me">{name}</a> : <a href="/login">Sign in</a>}</nav>
);

export default function BooleanProp() {
  const { data } = useSession();
  return <Menu isSignedIn={!!data} name={data?.user?.name} />;
}
