import { getServerSession } from "next-auth";
import { authOptions } from "@acme/auth";
import { SignOut } from "@acme/ui";

export default async function Account() {
  const session = await getServerSession(authOptions);
  if (!session) return null;

  return (
    <>
      <h1>{session.user?.name}</h1>
      <SignOut />
    </>
  );
}
