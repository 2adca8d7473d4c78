import { auth } from "@clerk/nextjs/server";
import { redirect } from "next/navigation";
import { authOptions } from "@/lib/auth";

export default async function Dashboard() {
  const { isAuthenticated } = await auth();
  if (!isAuthenticated) redirect("/login");
  return <p>Hello</p>;
}

export const signInPage = "/login";
// TODO(authjs-clerk): auth-config-in-use — still needs the Auth.js options
export const errorPage = authOptions.pages?.error;
