import { Suspense } from 'react';
import { auth } from '@/auth';

async function Account() {
  const session = await auth();
  const user = session?.user;
  return <b>{user ? (user.name ?? user.email) : 'Guest'}</b>;
}

export default function Page() {
  return (
    <Suspense fallback={<i>…</i>}>
      <Account />
    </Suspense>
  );
}
