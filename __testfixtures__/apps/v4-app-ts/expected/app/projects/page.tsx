import { redirect } from "next/navigation";
import { currentUser } from "@clerk/nextjs/server";

export default async function Projects() {
  const user = await currentUser();
  if (!user) redirect("/");

  return <h1>Projects of {user.fullName}</h1>;
}
