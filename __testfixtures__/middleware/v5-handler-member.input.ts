import NextAuth from 'next-auth'

import { authConfig } from '@/auth.config'

export const middleware = NextAuth(authConfig).auth(async (request) => {
  if (request.auth === null && request.nextUrl.pathname.startsWith('/team')) {
    return Response.json({ error: 'sign in first' }, { status: 401 })
  }
})
