import Link from "next/link";
import { auth } from "@clerk/nextjs/server";

export default async function Home() {
  const { isAuthenticated } = await auth();

  return (
    <main>
      <h1>Projects</h1>
      {isAuthenticated ? <Link href="/projects">Go to your projects</Link> : <p>Sign in to see your projects.</p>}
    </main>
  );
}
