'use client'

import { SignIn, useAuth } from '@clerk/nextjs'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useCart } from './cart'
import { Spinner } from './spinner'

export const LoginForm = () => {
  const { isLoaded, isSignedIn } = useAuth()
  const router = useRouter()
  useCart()

  useEffect(() => {
    if (isSignedIn) router.replace('/board')
  }, [isSignedIn, router])

  if (!isLoaded) return <Spinner />

  return (
    <main>
      <SignIn routing="hash" forceRedirectUrl="/board" />
    </main>
  )
}
