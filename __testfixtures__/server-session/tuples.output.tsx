import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '@/auth';
import { getPosts, getTeam } from '@/lib/data';
import { auth as clerkAuth, currentUser } from '@clerk/nextjs/server';
import { getUserId } from '@/lib/clerk-session';

export async function Sidebar() {
  const [{ isAuthenticated }, jar] = await Promise.all([clerkAuth(), cookies()]);
  if (!isAuthenticated) redirect('/login');
  return <nav data-open={jar.get('sidebar')?.value}>Menu</nav>;
}

export async function Posts() {
  const [posts, userId] = await Promise.all([getPosts(), getUserId()]);
  if (!userId) return null;
  return <p>{posts.filter(({ author }) => author === userId).length}</p>;
}

export default async function Page() {
  const [user, team, list] = await Promise.all([await currentUser(), getTeam(), headers()]);
  return (
    <p title={list.get('host') ?? ''}>
      {user?.fullName} of {team.name}
    </p>
  );
}

// The order of what is spread is not to be seen.
export async function Spread(more: Promise<string>[]) {
  // TODO(authjs-clerk): session-escapes — the session is used where it is asked for; put it into a constant first
  const [first, session] = await Promise.all([...more, auth()]);
  return session ? first : null;
}
