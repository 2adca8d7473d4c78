import { auth } from '@acme/auth';

export default async function Home() {
  const session = await auth();
  if (!session) return <p>Sign in</p>;
  return <p>Logged in as {session.user.name ?? session.user.email}</p>;
}
