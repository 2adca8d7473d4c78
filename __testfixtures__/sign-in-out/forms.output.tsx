import { signIn } from "next-auth/react";

export function Forms({ id, options }: { id: string; options: { callbackUrl: string } }) {
  async function submit(data: FormData) {
    const email = String(data.get("email"));
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; Clerk’s <SignIn/> or useSignIn() takes its place
    await signIn("credentials", { email, password: String(data.get("password")) });
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; Clerk’s <SignIn/> or useSignIn() takes its place
    await signIn("email", { email });
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; Clerk’s <SignIn/> or useSignIn() takes its place
    await signIn("resend", { email, redirect: false });
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; Clerk’s <SignIn/> or useSignIn() takes its place
    await signIn("passkey");
  }
  const other = async () => {
    // TODO(authjs-clerk): sign-in-provider — the provider is not known here; Clerk’s own page offers all, signIn.sso() goes to one
    signIn(id);
    // TODO(authjs-clerk): sign-in-options — Clerk takes only where to go then; see what the other options are needed for
    signIn("github", options);
    // TODO(authjs-clerk): sign-in-options — Clerk takes only where to go then; see what the other options are needed for
    signIn("github", { ...options });
    // TODO(authjs-clerk): sign-in-options — Clerk takes only where to go then; see what the other options are needed for
    signIn("github", { callbackUrl: "/" }, { prompt: "login" });
    // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
    signIn("github", { redirect: false });
    // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
    const result = await signIn("github");
    // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
    signIn("github").then(() => {});
    return result;
  };
  return (
    <form action={submit}>
      <button onClick={other}>Go</button>
    </form>
  );
}
