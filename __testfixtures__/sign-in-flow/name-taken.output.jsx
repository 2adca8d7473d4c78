import { useClerk, useSignIn } from '@clerk/nextjs'
import { useState } from 'react'

export default function Corner({ signIn }) {
  const { signIn: clerkSignIn } = useSignIn()
  const { redirectToSignIn } = useClerk()
  const [failed, setFailed] = useState(false)
  async function submit(event) {
    event.preventDefault()
    const { email, password } = event.target.elements
    let clerk = await clerkSignIn.password({ identifier: email.value, password: password.value })
    if (!clerk.error && clerkSignIn.status !== 'complete') return void redirectToSignIn()
    if (!clerk.error) clerk = await clerkSignIn.finalize()
    if (clerk.error) setFailed(true)
  }
  return (
    <form onSubmit={submit}>
      <h2>{signIn}</h2>
      <input name="email" />
      <input name="password" type="password" />
      {failed && <p>No</p>}
    </form>
  )
}
