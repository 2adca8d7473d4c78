'use client'
import { SignInButton, SignOutButton, useAuth } from '@clerk/nextjs'

export const Bar = ({ icon }) => {
  const { isSignedIn } = useAuth()
  return (
    <nav>
      {icon}
      {!isSignedIn ? (
        <SignInButton forceRedirectUrl="/desk">
          <button><b>In</b></button>
        </SignInButton>
      ) : (
        <SignOutButton>
          <button>{icon}</button>
        </SignOutButton>
      )}
    </nav>
  )
}
