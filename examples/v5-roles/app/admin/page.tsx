import { auth } from "@/auth";
import { db } from "@/lib/db";
import { clearBoard } from "./actions";

export default async function Admin() {
  const session = await auth();

  return (
    <main>
      <h1>Administration</h1>
      <p>
        {session?.user.email} keeps {await db.entry.count()} entries.
      </p>
      <form action={clearBoard}>
        <button type="submit">Clear the board</button>
      </form>
    </main>
  );
}
