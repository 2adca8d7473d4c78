import { auth } from '@/auth';
import { load } from '@/lib/load';

export default async function Page() {
  const session = await auth();
  const items: string[] | null = session && (await load());
  const first = session?.user?.id && 'first';
  const options = { ...(session && { private: true }) };
  return (
    <main title={items?.join() ?? first} {...options}>
      {session && <p>in</p>}
      {session?.user ? <p>in</p> : <p>out</p>}
      {String(!!session)} {String(Boolean(session))}
    </main>
  );
}
