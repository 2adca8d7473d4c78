import { auth } from '@/auth';

export default async function Page({ isAuthenticated, user }: { isAuthenticated: boolean; user: string }) {
  const session = await auth();
  if (!session) return <p>{String(isAuthenticated)}</p>;
  return <List name={user} />;
}

export async function List({ name }: { name: string }) {
  const session = await auth();
  if (!session?.user) return null;
  return (
    <ul>
      {[name].map((user) => (
        <li key={user}>
          {user} {session.user!.name}
        </li>
      ))}
    </ul>
  );
}
