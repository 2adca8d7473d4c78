import { SignIn } from '@clerk/nextjs';

export default function Page() {
  return (
    <main>
      <h1>Sign in</h1>
      <div>
        <SignIn routing="hash" forceRedirectUrl="/" />
      </div>
    </main>
  );
}
