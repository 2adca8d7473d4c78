import { SignIn } from "@clerk/nextjs";

export default function Enter() {
  return (
    <main>
      <h1>Come in</h1>
      <SignIn routing="hash" forceRedirectUrl="/journal" />
    </main>
  );
}
