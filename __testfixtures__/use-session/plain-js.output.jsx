'use client'
import { useUser } from '@clerk/nextjs'

export default function Name() {
  const { user } = useUser()
  const name = user.fullName
  const email = user.primaryEmailAddress?.emailAddress
  ;[name].map((each) => each + email.length)
  return <p>{user.primaryEmailAddress.emailAddress.toLowerCase()}</p>
}
