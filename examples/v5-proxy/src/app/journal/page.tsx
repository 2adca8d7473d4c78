import { redirect } from "next/navigation";
import { auth } from "@/auth";

export default async function Journal() {
  const session = await auth();
  if (!session?.user) redirect("/");

  return (
    <main>
      <h1>The journal of {session.user.name}</h1>
      <p>{session.user.email}</p>
    </main>
  );
}
