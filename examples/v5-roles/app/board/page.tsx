import { redirect } from "next/navigation";
import { auth } from "@/auth";
import { db } from "@/lib/db";
import { addEntry } from "./actions";

export default async function Board() {
  const session = await auth();
  if (!session) redirect("/login");

  const entries = await db.entry.findMany({ include: { author: true }, orderBy: { id: "asc" } });

  return (
    <main>
      <h1>The board</h1>
      <p>
        {session.user.name}, {session.user.role}
      </p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.author.name}: {entry.text}
          </li>
        ))}
      </ul>
      <form action={addEntry}>
        <input name="text" placeholder="What is new?" />
        <button type="submit">Add</button>
      </form>
    </main>
  );
}
