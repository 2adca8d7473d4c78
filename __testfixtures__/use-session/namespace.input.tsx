import * as NextAuth from 'next-auth/react';

export function Name() {
  const { data: session } = NextAuth.useSession();
  return <p>{session?.user?.name}</p>;
}
