'use client'

import { signIn, useSession } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { useEffect, useState, type FormEvent } from 'react'
import { useCart } from './cart'
import { Spinner } from './spinner'

export const LoginForm = () => {
  const { status } = useSession()
  const router = useRouter()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const { empty } = useCart()
  const isComplete = name.trim() !== '' && password !== ''

  useEffect(() => {
    if (status === 'authenticated') router.replace('/board')
  }, [status, router])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    empty()
    const result = await signIn('credentials', { username: name, password, redirect: false })
    if (result?.error) setError(result.error)
    else router.push('/board')
  }

  if (status === 'loading') return <Spinner />

  return (
    <main>
      {error && <p role="alert">{error}</p>}
      <form onSubmit={submit}>
        <input value={name} onChange={(event) => setName(event.target.value)} />
        <input type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
        <button disabled={!isComplete}>Sign in</button>
      </form>
    </main>
  )
}
