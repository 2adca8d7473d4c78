"use client";

import { useState, type FormEvent } from "react";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";

export default function Login() {
  const router = useRouter();
  const [error, setError] = useState("");

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const result = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    });
    if (result?.error) setError("That did not match.");
    else router.push("/dashboard");
  }

  return (
    <main>
      <h1>Sign in</h1>
      <form onSubmit={onSubmit}>
        <input name="email" type="email" placeholder="E-mail" />
        <input name="password" type="password" placeholder="Password" />
        {error && <p>{error}</p>}
        <button type="submit">Sign in</button>
      </form>
      <button onClick={() => signIn("google", { callbackUrl: "/dashboard" })}>Sign in with Google</button>
    </main>
  );
}
