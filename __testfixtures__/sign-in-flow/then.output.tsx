'use client'

import { useClerk, useSignIn } from '@clerk/nextjs'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'

export default function Hero({ say }: { say: (text: string) => void }) {
  const { signIn } = useSignIn()
  const { redirectToSignIn } = useClerk()
  const router = useRouter()
  const name = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const enter = () => {
    signIn.password({
      identifier: name.current?.value ?? '',
      password: password.current!.value,
    }).then(async (res) => {
      if (!res.error && signIn.status !== 'complete') return void redirectToSignIn({ signInForceRedirectUrl: '/board' })
      if (!res.error) res = await signIn.finalize()
      console.log(res)
      if (!res.error) router.push('/board')
      else say(res.error?.longMessage || 'Try again')
    })
  }
  return (
    <section>
      <input ref={name} />
      <input ref={password} type="password" />
      <button onClick={enter}>Enter</button>
    </section>
  )
}
