import { auth, signIn, signOut } from "@/auth";

export async function Account() {
  const session = await auth();

  if (!session)
    return (
      <form
        action={async () => {
          "use server";
          await signIn("github", { redirectTo: "/journal" });
        }}
      >
        <button type="submit">Sign in</button>
      </form>
    );

  return (
    <div>
      <p>Signed in as {session.user?.name}</p>
      <form
        action={async () => {
          "use server";
          await signOut({ redirectTo: "/" });
        }}
      >
        <button type="submit">Sign out</button>
      </form>
    </div>
  );
}
