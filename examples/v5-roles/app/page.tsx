import { auth } from "@/auth";

export default async function Home() {
  const session = await auth();

  return (
    <main>
      <h1>Team board</h1>
      {session ? <p>Good to see you, {session.user.name}.</p> : <p>Sign in to see the board.</p>}
    </main>
  );
}
