'use client'

import { signIn, signOut } from 'next-auth/react'
import type { ReactNode } from 'react'

function Item(props: { onSelect: (event: Event) => void; children: ReactNode }) {
  return <div>{props.children}</div>
}

export const Account = ({ remove }: { remove: () => Promise<void> }) => {
  'use no memo'
  // The account goes first.
  async function removeAccount() {
    await remove()
    await signOut({ callbackUrl: '/' })
  }

  return (
    <>
      <Item onSelect={() => signOut({ callbackUrl: '/' })}>Sign out</Item>
      <Item onSelect={() => signIn('google', { callbackUrl: '/app', redirect: true })}>Google</Item>
      <Item onSelect={() => void signIn('google').catch(console.error)}>Google, logged</Item>
      <button onClick={removeAccount}>Remove</button>
    </>
  )
}
