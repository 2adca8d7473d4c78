import { getServerSession } from 'next-auth'
import { authOptions } from '@/lib/auth'

export default async function Account() {
  const session = await getServerSession(authOptions)

  return (
    <main>
      <h1>The account of {session.user.name}</h1>
      <p>{session.user.email}</p>
    </main>
  )
}
