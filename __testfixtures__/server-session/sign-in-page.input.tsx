import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";
import { authOptions } from "@/lib/auth";

export default async function Dashboard() {
  const session = await getServerSession(authOptions);
  if (!session) redirect(authOptions.pages?.signIn || "/sign-in");
  return <p>Hello</p>;
}

export const signInPage = authOptions?.pages?.signIn;
export const errorPage = authOptions.pages?.error;
