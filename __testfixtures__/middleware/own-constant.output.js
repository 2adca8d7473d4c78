import { clerkMiddleware } from '@clerk/nextjs/server'
import { NextResponse } from 'next/server'

const middleware = async (auth, req) => {
  const { isAuthenticated } = await auth()
  return isAuthenticated ? NextResponse.next() : NextResponse.redirect(new URL('/login', req.url))
}

export default clerkMiddleware(middleware)
