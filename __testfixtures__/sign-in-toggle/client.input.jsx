'use client'
import { useSession } from 'next-auth/react'

export const Bar = ({ icon }) => {
  const { data: session } = useSession()
  return (
    <nav>
      {icon}
      <a href={!session ? '/api/auth/signin?callbackUrl=/desk' : '/api/auth/signout'}>{!session ? <b>In</b> : icon}</a>
    </nav>
  )
}
