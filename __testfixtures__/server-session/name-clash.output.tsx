import { auth, currentUser } from '@clerk/nextjs/server';

export default async function Page({ isAuthenticated, user }: { isAuthenticated: boolean; user: string }) {
  const { isAuthenticated: isSignedIn } = await auth();
  if (!isSignedIn) return <p>{String(isAuthenticated)}</p>;
  return <List name={user} />;
}

export async function List({ name }: { name: string }) {
  const clerkUser = await currentUser();
  if (!clerkUser) return null;
  return (
    <ul>
      {[name].map((user) => (
        <li key={user}>
          {user} {clerkUser.fullName}
        </li>
      ))}
    </ul>
  );
}
