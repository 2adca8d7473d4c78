import { signIn } from "@acme/auth";

export default function Enter() {
  return (
    <main>
      <h1>Sign in</h1>
      <form
        action={async () => {
          "use server";
          await signIn("github", { redirectTo: "/team" });
        }}
      >
        <button type="submit">Sign in with GitHub</button>
      </form>
    </main>
  );
}
