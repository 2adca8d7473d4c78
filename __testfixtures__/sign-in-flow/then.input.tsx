'use client'

import { signIn } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'

export default function Hero({ say }: { say: (text: string) => void }) {
  const router = useRouter()
  const name = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const enter = () => {
    signIn('credentials', {
      username: name.current?.value,
      password: password.current!.value,
      redirect: false,
      callbackUrl: '/board',
    }).then((res) => {
      console.log(res)
      if (res?.ok && !res?.error) router.push('/board')
      else say(res?.error || 'Try again')
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
