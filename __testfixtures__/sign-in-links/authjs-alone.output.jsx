import Link from 'next/link'
import { SignInButton, SignOutButton } from '@clerk/nextjs'

export const Bar = () => (
  <nav>
    <Link href="/">Home</Link>
    <SignInButton><button>Sign in</button></SignInButton>
    <SignOutButton><button>Sign out</button></SignOutButton>
  </nav>
)
