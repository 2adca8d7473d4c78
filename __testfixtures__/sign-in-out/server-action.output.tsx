import { signIn, signOut } from "@/auth";
import type { ReactNode } from "react";
import { SignOutButton } from "@clerk/nextjs";

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
      <div className="row">
        <SignOutButton><button>Sign out</button></SignOutButton>
      </div>
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
          // TODO(authjs-clerk): sign-in-provider — somebody who is signed in links an account by this; call createExternalAccount() of Clerk’s user
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
