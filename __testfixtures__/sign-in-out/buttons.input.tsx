'use client'

import { signIn, signOut } from 'next-auth/react'

export function Buttons({ callbackUrl }: { callbackUrl: string }) {
  return (
    <nav>
      <button onClick={() => signIn()}>Sign in</button>
      <button type="button" onClick={() => signIn('github')} className="primary">GitHub</button>
      <button onClick={() => signIn('github', { callbackUrl: '/app' })}>GitHub, then the app</button>
      <button onClick={() => { signIn('google', { redirectTo: '/app' }) }}>Google</button>
      <button onClick={() => void signIn(undefined, { callbackUrl })}>Back to where you were</button>
      <button onClick={async () => { await signIn(undefined, { callbackUrl: `${callbackUrl}?new=1`, redirect: true }) }}>New</button>
      <button type="button" onClick={(event) => { event.preventDefault(); signIn() }}>Sign in, here</button>
      <button onClick={() => signOut()}>Sign out</button>
      <button onClick={() => signOut({ callbackUrl: '/' })}>Sign out, home</button>
      <button onClick={function () { return signOut({ redirectTo: '/bye?a=1&b=2' }) }}>Sign out, bye</button>
    </nav>
  )
}
