import { signIn as enter } from 'next-auth/react'
import { useState } from 'react'

export default function Corner({ signIn }) {
  const [failed, setFailed] = useState(false)
  async function submit(event) {
    event.preventDefault()
    const { email, password } = event.target.elements
    const clerk = await enter('credentials', { login: email.value, password: password.value, redirect: false })
    if (!clerk.ok) setFailed(true)
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
