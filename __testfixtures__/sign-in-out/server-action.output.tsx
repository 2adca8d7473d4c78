import { SignOutButton } from "@clerk/nextjs";
import { auth } from "@clerk/nextjs/server";
import { signOut } from "@/lib/clerk-session";
import { signIn } from "@/auth";
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
      <div className="row">
        <SignOutButton><button>Sign out</button></SignOutButton>
      </div>
      <form
        action={async (data: FormData) => {
          "use server";
          (await auth()).redirectToSignIn({ returnBackUrl: `/${data}` });
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
