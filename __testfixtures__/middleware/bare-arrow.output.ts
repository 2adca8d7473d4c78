import { clerkMiddleware } from '@clerk/nextjs/server'
import type { NextRequest } from 'next/server'

const handler = 'audit'

const handler2 = (req: NextRequest) => console.log(handler, req.url)

export default clerkMiddleware(async (auth, req) => {
  const pathname = decodeURIComponent(req.nextUrl.pathname)
  if (/^\/audit(\/|\.segments\/|$)/.test(pathname)) {
    const { isAuthenticated, redirectToSignIn } = await auth()
    if (!isAuthenticated) return redirectToSignIn()
    return handler2(req)
  }
})

export const config = { matcher: ['/((?!_next/).*)'] }
