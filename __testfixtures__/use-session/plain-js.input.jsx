'use client'
import { useSession } from 'next-auth/react'

export default function Name() {
  const { data: session } = useSession()
  const { name, email } = session.user
  ;[name].map((each) => each + email.length)
  return <p>{session.user.email.toLowerCase()}</p>
}
