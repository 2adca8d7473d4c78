import { useRouter } from "next/router";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";

export default function Login() {
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.error) setError("No such person, or another password.");
    else void router.push("/books");
  }

  return (
    <main>
      <h1>Sign in</h1>
      <form onSubmit={submit}>
        <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
        {error && <p>{error}</p>}
        <button>Sign in</button>
      </form>
      <button onClick={() => signIn("github", { callbackUrl: "/books" })}>Sign in with GitHub</button>
    </main>
  );
}
