import { auth } from "@/auth";
import { addEntry } from "./board/actions";

export default async function Home() {
  const session = await auth();

  return (
    <main>
      <h1>Team board</h1>
      {session ? <p>Good to see you, {session.user.name}.</p> : <p>Sign in to see the board.</p>}
      <form action={addEntry}>
        <input name="text" placeholder="For members: what is new?" />
        <button type="submit">Add</button>
      </form>
    </main>
  );
}
