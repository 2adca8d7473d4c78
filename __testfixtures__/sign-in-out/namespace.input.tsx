import * as Auth from 'next-auth/react'

export default function Account({ done }: { done: () => void }) {
  const leave = () => {
    done()
    Auth.signOut({ callbackUrl: '/' })
  }
  return <div><button onClick={leave}>Sign out</button><button onClick={() => Auth.signIn()}>Sign in</button></div>
}
