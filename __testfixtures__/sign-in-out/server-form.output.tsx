import { SignInButton, SignOutButton } from "@clerk/nextjs";

export function Account({ target }: { target: string }) {
  return (
    <div>
      <SignOutButton redirectUrl="/">
        <button type="submit">Sign out</button>
      </SignOutButton>
      <SignOutButton><button>Sign out</button></SignOutButton>
      <SignInButton forceRedirectUrl={target}>
        <button type="submit" className="primary">
          GitHub
        </button>
      </SignInButton>
    </div>
  );
}
