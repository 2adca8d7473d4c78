import { currentUser } from "@clerk/nextjs/server";
import { SignOut } from "@acme/ui";

export default async function Account() {
  const user = await currentUser();
  if (!user) return null;

  return (
    <>
      <h1>{user.fullName}</h1>
      <SignOut />
    </>
  );
}
