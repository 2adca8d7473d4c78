import { signIn } from "next-auth/react";

export default function Login() {
  return (
    <main>
      <h1>Sign in</h1>
      <button onClick={() => signIn("github", { callbackUrl: "/books" })}>Sign in with GitHub</button>
    </main>
  );
}
