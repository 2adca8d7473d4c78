import { redirect } from "next/navigation";
import { getServerSession } from "next-auth/next";
import { authOptions } from "@/lib/auth";

export default async function Projects() {
  const session = await getServerSession(authOptions);
  if (!session?.user) redirect("/");

  return <h1>Projects of {session.user.name}</h1>;
}
