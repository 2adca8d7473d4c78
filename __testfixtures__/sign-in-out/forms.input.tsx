import { signIn } from "next-auth/react";

export function Forms({ id, options }: { id: string; options: { callbackUrl: string } }) {
  async function submit(data: FormData) {
    const email = String(data.get("email"));
    await signIn("credentials", { email, password: String(data.get("password")) });
    await signIn("email", { email });
    await signIn("resend", { email, redirect: false });
    await signIn("passkey");
  }
  const other = async () => {
    signIn(id);
    signIn("github", options);
    signIn("github", { ...options });
    signIn("github", { callbackUrl: "/" }, { prompt: "login" });
    signIn("github", { redirect: false });
    const result = await signIn("github");
    signIn("github").then(() => {});
    return result;
  };
  return (
    <form action={submit}>
      <button onClick={other}>Go</button>
    </form>
  );
}
