import { auth } from "@acme/auth";

export default async function Team() {
  const session = await auth();
  if (!session?.user) return null;

  return (
    <main>
      <h1>The team of {session.user.name}</h1>
      <p>{session.user.email}</p>
    </main>
  );
}
