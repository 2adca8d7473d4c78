import { signIn, signOut } from "@/auth";
import type { ReactNode } from "react";

function SubmitButton({ children }: { children: ReactNode }) {
  return <button>{children}</button>;
}

export async function leave() {
  "use server";
  // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
  await signOut();
}

export function Account({ id }: { id: string }) {
  return (
    <div>
      <form
        className="row"
        action={async () => {
          "use server";
          // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
          await signOut();
        }}
      >
        <button>Sign out</button>
      </form>
      <form
        action={async (data: FormData) => {
          "use server";
          // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
          await signIn("github", { redirectTo: `/${data}` });
        }}
      >
        <button>GitHub</button>
      </form>
      <form
        action={async () => {
          "use server";
          // TODO(authjs-clerk): sign-in-provider — the provider is not known here; Clerk’s own page offers all, signIn.sso() goes to one
          await signIn(id);
        }}
      >
        <button>Sign in</button>
      </form>
      <form
        action={async () => {
          "use server";
          // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
          await signOut();
        }}
      >
        <SubmitButton>Sign out</SubmitButton>
      </form>
      <form
        action={async () => {
          "use server";
          // TODO(authjs-clerk): sign-in-server-action — Clerk signs in and out in the browser; put <SignInButton> or <SignOutButton> in the place of this action
          await signOut();
        }}
      >
        <input name="why" />
        <button>Sign out</button>
      </form>
    </div>
  );
}
