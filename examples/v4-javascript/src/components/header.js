'use client'

import { signIn, signOut, useSession } from 'next-auth/react'

export function Header() {
  const { data: session, status } = useSession()

  if (status === 'loading') return <header>…</header>

  return (
    <header>
      {status === 'authenticated' ? (
        <>
          {session.user.email} <button onClick={() => signOut({ callbackUrl: '/' })}>Sign out</button>
        </>
      ) : (
        <button onClick={() => signIn(undefined, { callbackUrl: '/account' })}>Sign in</button>
      )}
    </header>
  )
}
