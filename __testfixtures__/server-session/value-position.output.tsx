import { auth } from '@clerk/nextjs/server';
import { load } from '@/lib/load';

export default async function Page() {
  const { isAuthenticated } = await auth();
  const items: string[] | null = isAuthenticated ? (await load()) : null;
  const first = isAuthenticated ? 'first' : undefined;
  const options = { ...(isAuthenticated && { private: true }) };
  return (
    <main title={items?.join() ?? first} {...options}>
      {isAuthenticated && <p>in</p>}
      {isAuthenticated ? <p>in</p> : <p>out</p>}
      {String(isAuthenticated)} {String(isAuthenticated)}
    </main>
  );
}
