'use client'

import { useSession } from 'next-auth/react'

export default function Orders() {
  const { data: session, status } = useSession({ required: true })

  if (status === 'loading') return <p>One moment…</p>

  return <main>Nothing yet, {session.user.name}.</main>
}
