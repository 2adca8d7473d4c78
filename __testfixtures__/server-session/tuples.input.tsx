import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/auth';
import { getPosts, getTeam } from '@/lib/data';

export async function Sidebar() {
  const [session, jar] = await Promise.all([auth(), cookies()]);
  if (!session) redirect('/login');
  return <nav data-open={jar.get('sidebar')?.value}>Menu</nav>;
}

export async function Posts() {
  const [posts, session] = await Promise.all([getPosts(), auth()]);
  if (!session?.user) return null;
  return <p>{posts.filter(({ author }) => author === session.user?.id).length}</p>;
}

export default async function Page() {
  const [session, team, list] = await Promise.all([await auth(), getTeam(), headers()]);
  return (
    <p title={list.get('host') ?? ''}>
      {session?.user?.name} of {team.name}
    </p>
  );
}

// The order of what is spread is not to be seen.
export async function Spread(more: Promise<string>[]) {
  const [first, session] = await Promise.all([...more, auth()]);
  return session ? first : null;
}
