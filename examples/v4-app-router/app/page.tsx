import Link from "next/link";
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export default async function Home() {
  const session = await getServerSession(authOptions);

  return <main>{session ? <Link href="/dashboard">Your notes</Link> : <p>Sign in to write notes.</p>}</main>;
}
