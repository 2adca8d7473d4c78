import { getServerSession } from 'next-auth'
import { authOptions } from '@/lib/auth'
import { run } from '@/lib/run'

export async function unused() {
  const a = run
  const session = await getServerSession(authOptions);
  [1].forEach(a)
}

export async function next() {
  const a = run
  const session = await getServerSession(authOptions)
  ;[1].forEach(a)
}

export async function both() {
  const session = await getServerSession(authOptions)
  if (!session) return
  const a = run
  const user = session.user
  ;(a)(user.name)
  const { email } = user
  ;`${email}`.length
}
