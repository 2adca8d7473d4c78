import { signIn } from "next-auth/react";
import { useClerk } from "@clerk/nextjs";

export function Forms({ id, options }: { id: string; options: { callbackUrl: string } }) {
  const { redirectToSignIn } = useClerk();
  async function submit(data: FormData) {
    const email = String(data.get("email"));
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    await signIn("credentials", { email, password: String(data.get("password")) });
    // TODO(authjs-clerk): sign-in-form — this form sends a link or a code; <SignIn routing="hash"/> takes its place, or signIn.emailLink.sendLink({ emailAddress, verificationUrl }) or signIn.emailCode.sendCode({ emailAddress }) of useSignIn()
    await signIn("email", { email });
    // TODO(authjs-clerk): sign-in-form — this form sends a link or a code; <SignIn routing="hash"/> takes its place, or signIn.emailLink.sendLink({ emailAddress, verificationUrl }) or signIn.emailCode.sendCode({ emailAddress }) of useSignIn()
    await signIn("resend", { email, redirect: false });
    // TODO(authjs-clerk): sign-in-form — this form signs in by itself; <SignIn routing="hash"/> takes its place, or signIn.password({ emailAddress, password }) and signIn.finalize() of useSignIn()
    await signIn("passkey");
  }
  const other = async () => {
    redirectToSignIn();
    // TODO(authjs-clerk): sign-in-options — Clerk takes only where to go then; see what the other options are needed for
    signIn("github", options);
    // TODO(authjs-clerk): sign-in-options — Clerk takes only where to go then; see what the other options are needed for
    signIn("github", { ...options });
    redirectToSignIn({ signInForceRedirectUrl: "/" });
    redirectToSignIn();
    // TODO(authjs-clerk): sign-in-result — what the call gives back is used; Clerk’s calls give back something else
    const result = await signIn("github");
    redirectToSignIn().then(() => {});
    return result;
  };
  return (
    <form action={submit}>
      <button onClick={other}>Go</button>
    </form>
  );
}
