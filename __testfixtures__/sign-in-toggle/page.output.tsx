import { SignInButton, SignOutButton } from "@clerk/nextjs";
import { currentUser } from "@clerk/nextjs/server";

export default async function Home() {
  const user = await currentUser();

  return (
    <main>
      <p>{user && <span>Logged in as {user.fullName}</span>}</p>
      {user ? (
        <SignOutButton>
          <button className="rounded-full bg-white/10 px-10 py-3">Sign out</button>
        </SignOutButton>
      ) : (
        <SignInButton>
          <button className="rounded-full bg-white/10 px-10 py-3">Sign in</button>
        </SignInButton>
      )}
    </main>
  );
}
