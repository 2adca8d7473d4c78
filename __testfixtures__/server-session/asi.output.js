import { currentUser } from '@clerk/nextjs/server'
import { run } from '@/lib/run'

export async function unused() {
  const a = run
  ;[1].forEach(a)
}

export async function next() {
  const a = run
  ;[1].forEach(a)
}

export async function both() {
  const user = await currentUser()
  if (!user) return
  const a = run
  ;(a)(user.fullName)
  const email = user.primaryEmailAddress?.emailAddress
  ;`${email}`.length
}
