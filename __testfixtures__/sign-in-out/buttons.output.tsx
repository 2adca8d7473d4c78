'use client'

import { SignInButton, SignOutButton } from '@clerk/nextjs'

export function Buttons({ callbackUrl }: { callbackUrl: string }) {
  return (
    <nav>
      <SignInButton><button>Sign in</button></SignInButton>
      <SignInButton><button type="button" className="primary">GitHub</button></SignInButton>
      <SignInButton forceRedirectUrl="/app"><button>GitHub, then the app</button></SignInButton>
      <SignInButton forceRedirectUrl="/app"><button>Google</button></SignInButton>
      <SignInButton forceRedirectUrl={callbackUrl}><button>Back to where you were</button></SignInButton>
      <SignInButton forceRedirectUrl={`${callbackUrl}?new=1`}><button>New</button></SignInButton>
      <SignInButton><button type="button">Sign in, here</button></SignInButton>
      <SignOutButton><button>Sign out</button></SignOutButton>
      <SignOutButton redirectUrl="/"><button>Sign out, home</button></SignOutButton>
      <SignOutButton redirectUrl={"/bye?a=1&b=2"}><button>Sign out, bye</button></SignOutButton>
    </nav>
  )
}
