import { clerkMiddleware } from '@clerk/nextjs/server'

export const middleware = clerkMiddleware(async (auth, request) => {
  const { isAuthenticated } = await auth()
  if (!isAuthenticated && request.nextUrl.pathname.startsWith('/team')) {
    return Response.json({ error: 'sign in first' }, { status: 401 })
  }
})
