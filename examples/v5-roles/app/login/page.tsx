import { signIn } from "@/auth";

export default function Login() {
  return (
    <main>
      <h1>Sign in</h1>
      <form
        action={async (form: FormData) => {
          "use server";
          await signIn("credentials", {
            email: form.get("email"),
            password: form.get("password"),
            redirectTo: "/board",
          });
        }}
      >
        <input name="email" type="email" placeholder="E-mail" />
        <input name="password" type="password" placeholder="Password" />
        <button type="submit">Sign in</button>
      </form>
      <form
        action={async () => {
          "use server";
          await signIn("github", { redirectTo: "/board" });
        }}
      >
        <button type="submit">Sign in with GitHub</button>
      </form>
    </main>
  );
}
