import Link from "next/link";
import { SignOutButton, useAuth } from "@clerk/nextjs";

export default function Home() {
  const { isSignedIn } = useAuth();

  return (
    <main>
      <h1>Reading list</h1>
      {isSignedIn ? (
        <>
          <Link href="/books">Your books</Link>
          <SignOutButton redirectUrl="/"><button>Sign out</button></SignOutButton>
        </>
      ) : (
        <Link href="/login">Sign in</Link>
      )}
    </main>
  );
}
