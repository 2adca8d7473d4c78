import { SignInButton, useClerk } from '@clerk/nextjs'

export default function Account({ done }: { done: () => void }) {
  const { signOut } = useClerk()
  const leave = () => {
    done()
    signOut({ redirectUrl: '/' })
  }
  return <div><button onClick={leave}>Sign out</button><SignInButton><button>Sign in</button></SignInButton></div>
}
