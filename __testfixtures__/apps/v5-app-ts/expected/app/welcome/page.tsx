import { SignInButton } from "@clerk/nextjs"

export default function Welcome() {
  return (
    <SignInButton forceRedirectUrl="/">
      <button type="submit">Sign in with GitHub</button>
    </SignInButton>
  )
}
