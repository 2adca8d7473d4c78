import { signIn, signOut } from "@/auth";
import type { ReactNode } from "react";

function SubmitButton({ children }: { children: ReactNode }) {
  return <button>{children}</button>;
}

export async function leave() {
  "use server";
  await signOut();
}

export function Account({ id }: { id: string }) {
  return (
    <div>
      <form
        className="row"
        action={async () => {
          "use server";
          await signOut();
        }}
      >
        <button>Sign out</button>
      </form>
      <form
        action={async (data: FormData) => {
          "use server";
          await signIn("github", { redirectTo: `/${data}` });
        }}
      >
        <button>GitHub</button>
      </form>
      <form
        action={async () => {
          "use server";
          await signIn(id);
        }}
      >
        <button>Sign in</button>
      </form>
      <form
        action={async () => {
          "use server";
          await signOut();
        }}
      >
        <SubmitButton>Sign out</SubmitButton>
      </form>
      <form
        action={async () => {
          "use server";
          await signOut();
        }}
      >
        <input name="why" />
        <button>Sign out</button>
      </form>
    </div>
  );
}
