import { SignInButton, SignOutButton } from '@clerk/nextjs'

export const Bar = ({ isIn }) => (
  <nav>
    {isIn ? (
      <SignOutButton redirectUrl="/bye">
        <button id="door">Sign out</button>
      </SignOutButton>
    ) : (
      <SignInButton>
        <button id="door">Sign in</button>
      </SignInButton>
    )}
  </nav>
)
