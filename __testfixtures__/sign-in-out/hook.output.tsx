'use client'

import { useClerk } from '@clerk/nextjs'
import type { ReactNode } from 'react'

function Item(props: { onSelect: (event: Event) => void; children: ReactNode }) {
  return <div>{props.children}</div>
}

export const Account = ({ remove }: { remove: () => Promise<void> }) => {
  'use no memo'
  const { redirectToSignIn, signOut } = useClerk()
  // The account goes first.
  async function removeAccount() {
    await remove()
    await signOut({ redirectUrl: '/' })
  }

  return (
    <>
      <Item onSelect={() => signOut({ redirectUrl: '/' })}>Sign out</Item>
      <Item onSelect={() => redirectToSignIn({ signInForceRedirectUrl: '/app' })}>Google</Item>
      <Item onSelect={() => void redirectToSignIn().catch(console.error)}>Google, logged</Item>
      <button onClick={removeAccount}>Remove</button>
    </>
  )
}
