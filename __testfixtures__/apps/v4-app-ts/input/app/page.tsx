import Link from "next/link";
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";

export default async function Home() {
  const session = await getServerSession(authOptions);

  return (
    <main>
      <h1>Projects</h1>
      {session ? <Link href="/projects">Go to your projects</Link> : <p>Sign in to see your projects.</p>}
    </main>
  );
}
