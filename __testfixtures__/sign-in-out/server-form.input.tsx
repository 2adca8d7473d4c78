import { signIn, signOut } from "@/auth";

export function Account({ target }: { target: string }) {
  return (
    <div>
      <form
        action={async () => {
          "use server";
          await signOut({ redirectTo: "/" });
        }}
      >
        <button type="submit">Sign out</button>
      </form>
      <form action={async () => { "use server"; await signOut() }}><button>Sign out</button></form>
      <form
        action={async () => {
          "use server";
          await signIn("github", { redirectTo: target });
        }}
      >
        <button type="submit" className="primary">
          GitHub
        </button>
      </form>
    </div>
  );
}
