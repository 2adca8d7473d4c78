import { signIn } from "@/auth";

export default function Enter() {
  return (
    <main>
      <h1>Come in</h1>
      <form
        action={async () => {
          "use server";
          await signIn("github", { redirectTo: "/journal" });
        }}
      >
        <button type="submit">With GitHub</button>
      </form>
    </main>
  );
}
