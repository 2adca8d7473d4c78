import Link from "next/link";
import { auth } from "@/auth";

export default async function Home() {
  const session = await auth();

  return (
    <main>
      <p>{session && <span>Logged in as {session.user?.name}</span>}</p>
      <Link
        href={session ? "/api/auth/signout" : "/api/auth/signin"}
        className="rounded-full bg-white/10 px-10 py-3"
      >
        {session ? "Sign out" : "Sign in"}
      </Link>
    </main>
  );
}
